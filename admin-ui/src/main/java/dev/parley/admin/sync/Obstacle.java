package dev.parley.admin.sync;

import dev.parley.admin.language.TextKey;

/** Why nothing is synced. */
@TextKey("sync.obstacle")
enum Obstacle {
    NO_AGENT,
    NO_API_KEY
}
