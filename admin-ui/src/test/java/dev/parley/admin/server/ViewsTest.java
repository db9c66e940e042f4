package dev.parley.admin.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import dev.parley.admin.feature.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing is scanned at start, so the lists must be complete. */
class ViewsTest {

    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void listsEveryView() throws IOException {
        var views = classes().stream()
                .filter(type -> type.isAnnotationPresent(Route.class))
                .collect(Collectors.toSet());

        assertThat(Views.routes(Features.load())).isEqualTo(views);
    }

    @Test
    void listsEveryErrorView() throws IOException {
        var views = classes().stream()
                .filter(HasErrorParameter.class::isAssignableFrom)
                .collect(Collectors.toSet());

        assertThat(Views.ERRORS).isEqualTo(views);
    }

    private static Set<Class<?>> classes() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .map(ViewsTest::load)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ViewsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
