/** Cuts the text of a document into passages that are found, embedded and shown as one. */
@NullMarked
package dev.parley.knowledge.chunks;

import org.jspecify.annotations.NullMarked;
