package dev.parley.admin.sync;

/** Why nothing is synced. */
enum Obstacle {
    NO_AGENT,
    NO_API_KEY
}
