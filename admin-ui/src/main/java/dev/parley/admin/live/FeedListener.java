package dev.parley.admin.live;

import tools.jackson.databind.JsonNode;

/** Hears what happens on one channel. Called on the socket's thread: hand over to {@code ui.access} and return. */
public interface FeedListener {

    default void event(JsonNode event) {}

    /** How the connection is. */
    default void state(FeedState state) {}

    /** Something may have been missed: whoever shows what the channel tells of loads it again. */
    default void gap() {}

    /** The server does not give this channel (now), or gives it again. The connection and other channels are not touched. */
    default void refused(boolean now) {}
}
