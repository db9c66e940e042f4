package dev.parley.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parley.testing.FeatureFixture.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The fixtures of all features, as they are found among the test classes. */
public final class FeatureFixtures {

    private static final List<FeatureFixture> ALL = find();

    private FeatureFixtures() {}

    /**
     * Makes the rows of all features in a client.
     *
     * @throws IllegalStateException when two features have arguments for one root field
     */
    public static Rows make(Parley parley, OwnClient client) {
        var arguments = new LinkedHashMap<String, String>();
        var marks = new ArrayList<String>();
        for (var fixture : ALL) {
            var rows = fixture.make(parley, client);
            rows.arguments().forEach((field, text) -> {
                if (arguments.put(field, text) != null) {
                    throw new IllegalStateException("Two fixtures have arguments for " + field);
                }
            });
            marks.addAll(rows.marks());
        }
        return new Rows(arguments, marks);
    }

    private static List<FeatureFixture> find() {
        var testClasses =
                FeatureFixtures.class.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter()
                .importUrl(testClasses).stream()
                        .filter(type -> type.isAssignableTo(FeatureFixture.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(FeatureFixtures::instance)
                        .toList();
    }

    private static FeatureFixture instance(JavaClass type) {
        try {
            var constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (FeatureFixture) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a constructor without parameters", e);
        }
    }
}
