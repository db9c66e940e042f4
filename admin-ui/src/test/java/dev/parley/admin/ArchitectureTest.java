package dev.parley.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.Features;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other. */
class ArchitectureTest {

    private static final JavaClasses PANEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.admin");

    @Test
    void packagesDoNotGoInCircles() {
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

    /** Features link to each other by address; what they share is below them. */
    @Test
    void featuresDoNotKnowEachOther() {
        for (var feature : features()) {
            var others =
                    features().stream().filter(other -> !other.equals(feature)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(PANEL);
        }
    }

    @Test
    void nothingElseKnowsAFeature() {
        var features = features().toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(features)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(features)
                .check(PANEL);
    }

    @Test
    void everyFeatureIsRegistered() {
        var registered = Features.load().all().stream()
                .map(feature -> feature.getClass().getName())
                .toList();

        assertThat(registered)
                .containsExactlyInAnyOrderElementsOf(
                        implementations().map(JavaClass::getName).toList());
        assertThat(features()).hasSameSizeAs(registered).doesNotHaveDuplicates();
    }

    private static Stream<JavaClass> implementations() {
        return PANEL.stream().filter(type -> !type.isInterface() && type.isAssignableTo(Feature.class));
    }

    private static List<String> features() {
        return implementations().map(type -> type.getPackageName() + "..").toList();
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
