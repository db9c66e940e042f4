/** Conversations: list, transcript, facts. */
@NullMarked
package dev.parley.admin.conversations;

import org.jspecify.annotations.NullMarked;
