/** Conversations as agents had them: stored once, whatever order the news of them comes in. */
@NullMarked
package dev.parley.conversations;

import org.jspecify.annotations.NullMarked;
