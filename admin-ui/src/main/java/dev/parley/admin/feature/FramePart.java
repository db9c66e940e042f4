package dev.parley.admin.feature;

import com.vaadin.flow.component.Component;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.live.Channel;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Something that stands on every page of a client. Called on the page's thread. */
public interface FramePart {

    Component component();

    /**
     * Somebody came to a page, perhaps of another client.
     *
     * @param page the name of the feature that it belongs to
     */
    void entered(Workplace workplace, String page);

    /** Whose events it wants to hear. */
    default Optional<Channel> channel() {
        return Optional.empty();
    }

    default void heard(JsonNode event) {}

    /** Events may have been missed: load again. */
    default void missed() {}
}
