package dev.parley.admin.feature;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.live.Channel;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something that stands on every page of a client. Called on the page's thread.
 *
 * <p>It is a service listener for the sake of the production bundle only: Vaadin puts into it the scripts of components that
 * it reaches from routes and from such listeners, and no route leads to a frame part.
 */
public interface FramePart extends VaadinServiceInitListener {

    @Override
    default void serviceInit(ServiceInitEvent event) {}

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
