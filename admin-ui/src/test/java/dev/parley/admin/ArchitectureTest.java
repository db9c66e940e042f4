package dev.parley.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other. */
class ArchitectureTest {

    private static final JavaClasses PANEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.admin");

    @Test
    void featuresDoNotGoInCircles() {
        slices().matching("dev.parley.admin.(*)..").should().beFreeOfCycles().check(PANEL);
    }

    @Test
    void thePanelKnowsNobodyButTheApi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "jakarta.persistence..", "dev.parley.schema..")
                .check(PANEL);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..leads..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..conversations..")
                .check(PANEL);
        noClasses()
                .that()
                .resideInAPackage("..conversations..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..leads..")
                .check(PANEL);
    }

    @Test
    void timeComesFromAClock() {
        noClasses().should().callMethod(Instant.class, "now").check(PANEL);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(PANEL);
    }
}
