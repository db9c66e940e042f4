/** What runs in the child process that reads one file. Nothing here is used by the server itself. */
@NullMarked
package dev.parley.knowledge.text.child;

import org.jspecify.annotations.NullMarked;
