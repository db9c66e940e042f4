package dev.parley.admin.live;

import org.jspecify.annotations.Nullable;

/** One channel of a feed; guarded by it. */
final class Subscription {

    final Channel channel;
    final Backoff backoff = new Backoff();

    /** What it is called on the open socket; null while it is not asked for there. */
    @Nullable
    String id;

    /** The last event that came; null before the first. */
    @Nullable
    String position;

    /** The server did not give it when it was last asked for. */
    boolean refused;

    Subscription(Channel channel) {
        this.channel = channel;
    }
}
