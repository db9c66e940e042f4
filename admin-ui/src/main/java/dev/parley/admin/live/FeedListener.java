package dev.parley.admin.live;

import tools.jackson.databind.JsonNode;

/** Hears what happens at a client. Called on the socket's thread: hand over to {@code ui.access} and return. */
public interface FeedListener {

    default void event(Channel channel, JsonNode event) {}

    default void state(FeedState state) {}

    /** Something may have been missed there: whoever shows what it tells of loads it again. */
    default void gap(Channel channel) {}
}
