package dev.parley;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.parley.alerts.Alert;
import dev.parley.alerts.AlertKind;
import dev.parley.alerts.AlertKinds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house: a package is a feature, and who may know whom. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** What features stand on. Every other package beside these is a feature. */
    private static final String[] FOUNDATIONS = {
        "dev.parley.graphql..",
        "dev.parley.http..",
        "dev.parley.persistence..",
        "dev.parley.security..",
        "dev.parley.events..",
        "dev.parley.monitoring..",
        "dev.parley.retention..",
        "dev.parley.gateway..",
        "dev.parley.phones..",
        "dev.parley.jobs..",
        "dev.parley.work.."
    };

    private static final DescribedPredicate<JavaClass> A_FEATURE = resideInAPackage("dev.parley.*..")
            .and(DescribedPredicate.not(resideInAnyPackage(FOUNDATIONS)))
            // The client library and the schema are modules of their own.
            .and(DescribedPredicate.not(resideInAnyPackage("dev.parley.elevenlabs..", "dev.parley.schema..")))
            .as("a feature");

    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.parley.(*)..").should().beFreeOfCycles();

    static final ArchRule foundationsKnowNoFeature =
            noClasses().that(resideInAnyPackage(FOUNDATIONS)).should().dependOnClassesThat(A_FEATURE);

    /** GraphQL types of one feature may appear in another one's GraphQL types, but nowhere else. */
    static final ArchRule graphqlOfAFeatureIsPrivate = classes()
            .that(resideInAPackage("dev.parley.*.graphql.."))
            .should()
            .onlyHaveDependentClassesThat(resideInAPackage("dev.parley.*.graphql.."));

    static final ArchRule onlyOnePackageKnowsTheEngine = noClasses()
            .that(resideInAPackage("dev.parley..")
                    .and(DescribedPredicate.not(resideInAPackage("dev.parley.graphql.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("graphql..")
                    .and(DescribedPredicate.not(new IsNamed("graphql.schema.DataFetchingEnvironment"))));

    /** Features know what they annotate, declare and run in; how it is served is none of their business. */
    static final ArchRule howGraphqlIsServedIsPrivate = classes()
            .that(resideInAnyPackage("dev.parley.graphql.engine", "dev.parley.graphql.transport"))
            .should()
            .onlyHaveDependentClassesThat(
                    resideInAnyPackage("dev.parley.graphql.engine", "dev.parley.graphql.transport"));

    static final ArchRule theEngineKnowsNoTransport = classes()
            .that(resideInAPackage("dev.parley.graphql.transport"))
            .should()
            .onlyHaveDependentClassesThat(resideInAPackage("dev.parley.graphql.transport"));

    static final ArchRule onlyOnePackageOpensTransactions = noClasses()
            .that(resideInAPackage("dev.parley..")
                    .and(DescribedPredicate.not(resideInAPackage("dev.parley.persistence")))
                    // Listens and notifies on a connection of its own, outside any transaction.
                    .and(DescribedPredicate.not(new IsNamed("dev.parley.events.Wakeup"))))
            .should()
            .dependOnClassesThat(resideInAPackage("com.zaxxer..")
                    .or(new IsNamed("javax.sql.DataSource"))
                    .or(new IsNamed("java.sql.DriverManager"))
                    .or(new IsNamed("jakarta.persistence.EntityManagerFactory")));

    /** On JDK 21 to 23 such a wait holds a carrier thread, and with it other people's virtual threads. */
    static final ArchRule nothingWaitsForTheDatabaseUnderSynchronized = methods()
            .that()
            .haveModifier(JavaModifier.SYNCHRONIZED)
            .should(new NeverCall("dev.parley.persistence.Persistence"));

    /** Only the feature that declares a kind of alert has it in its hands, and so opens and closes its alerts. */
    static final ArchRule kindsOfAlertsStayInTheirPackage = fields().that()
            .haveRawType(AlertKind.class)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("dev.parley.alerts..")
            .should()
            .notBePublic()
            .andShould()
            .notBeProtected();

    static final ArchRule nobodyTakesAKindFromAnAlert = noClasses()
            .that()
            .resideOutsideOfPackage("dev.parley.alerts..")
            .should()
            .callMethod(Alert.class, "kind")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(AlertKinds.class);

    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule onlyTheProducerMakesAClock = noClasses()
            .that(DescribedPredicate.not(new IsNamed("dev.parley.ClockProducer")))
            .should()
            .callMethod(Clock.class, "systemUTC");

    static final ArchRule outputGoesThroughTheLog = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule theSandboxStaysOutside =
            noClasses().should().dependOnClassesThat(resideInAPackage("dev.parley.sandbox.."));

    static final ArchRule nullIsDeclared =
            classes().that(resideInAPackage("dev.parley..")).should(new LiveInANullMarkedPackage());

    static final ArchRule packagesAreNamedForWhatTheyDo = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..dto..", "..helper..");

    /** Each rule above is a test by its field's name. */
    @TestFactory
    Stream<DynamicTest> rules() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field ->
                        DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(PRODUCT)));
    }

    private static final class IsNamed extends DescribedPredicate<JavaClass> {

        private final Set<String> names;

        IsNamed(String... names) {
            super("named " + String.join(" or ", names));
            this.names = Set.of(names);
        }

        @Override
        public boolean test(JavaClass type) {
            return names.contains(type.getName());
        }
    }

    /** Neither itself nor through what it calls; what it hands to other threads by method reference does not count. */
    private static final class NeverCall extends ArchCondition<JavaMethod> {

        private final String typeName;

        NeverCall(String typeName) {
            super("never call " + typeName);
            this.typeName = typeName;
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            var seen = new HashSet<JavaCodeUnit>();
            var toSee = new ArrayDeque<JavaCodeUnit>(List.of(method));
            while (!toSee.isEmpty()) {
                var caller = toSee.remove();
                if (seen.add(caller)) {
                    caller.getCallsFromSelf().forEach(call -> call.getTarget()
                            .resolveMember()
                            .map(JavaCodeUnit.class::cast)
                            .ifPresent(toSee::add));
                }
            }
            seen.stream()
                    .filter(called -> called.getOwner().getName().equals(typeName))
                    .forEach(called -> events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " comes to " + called.getFullName())));
        }
    }

    private static final class LiveInANullMarkedPackage extends ArchCondition<JavaClass> {

        LiveInANullMarkedPackage() {
            super("live in a package whose package-info is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().tryGetPackageInfo().isPresent()
                    && type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " @NullMarked: " + marked));
        }
    }
}
