package dev.parley.admin.conversations;

import dev.parley.admin.language.TextKey;

/** Who called whom. */
@TextKey("conversations.direction")
enum CallDirection {
    INBOUND,
    OUTBOUND
}
