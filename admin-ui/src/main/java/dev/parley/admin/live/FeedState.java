package dev.parley.admin.live;

/** How close to the present the page is. */
public enum FeedState {
    CONNECTING,
    LIVE,
    RECONNECTING,
    /** The API will not have this person here; trying again is pointless. */
    REFUSED
}
