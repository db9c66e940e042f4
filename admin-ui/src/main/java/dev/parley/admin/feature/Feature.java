package dev.parley.admin.feature;

import com.vaadin.flow.component.Component;
import dev.parley.admin.clients.Role;
import dev.parley.admin.language.Formats;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One part of the product: everything it has in the panel is in the folder of the class that implements this, and its name is
 * in {@code META-INF/services/dev.parley.admin.feature.Feature}. Beside it are found, by name, its texts
 * ({@code texts_en.properties}, {@code texts_ru.properties}) and, where it has one, its {@code style.css}.
 */
public interface Feature {

    /** Its entry in the side navigation; empty: it has no page there. */
    default Optional<NavigationEntry> navigation() {
        return Optional.empty();
    }

    /** Its pages: classes with a {@code @Route}. */
    default Set<Class<? extends Component>> views() {
        return Set.of();
    }

    /** The least that opens its pages. For others there is no entry and no page, as if the address were wrong. */
    default Role role() {
        return Role.VIEWER;
    }

    /** Kinds of alerts that its page in the navigation explains: behind the bell they lead there. */
    default Set<String> alerts() {
        return Set.of();
    }

    /** What the constructors of its views ask for by type. Called once; all people share them. */
    default List<Object> services(Clock clock) {
        return List.of();
    }

    /** What it shows in the header of every page of a client. */
    default Optional<FramePart> header(Formats formats) {
        return Optional.empty();
    }

    /** What it shows above every page of a client. */
    default Optional<FramePart> notice(Formats formats) {
        return Optional.empty();
    }
}
