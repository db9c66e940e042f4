package dev.parley.admin.live;

import dev.parley.admin.language.TextKey;

/** How close to the present the page is. */
@TextKey("live")
public enum FeedState {
    CONNECTING,
    LIVE,
    RECONNECTING,
    /** The API will not have this person here; trying again is pointless. */
    REFUSED
}
