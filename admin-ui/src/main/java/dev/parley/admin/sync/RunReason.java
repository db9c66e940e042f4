package dev.parley.admin.sync;

import dev.parley.admin.language.TextKey;

/** Why a run began. */
@TextKey("sync.reason")
enum RunReason {
    PERSON,
    SCHEDULE
}
