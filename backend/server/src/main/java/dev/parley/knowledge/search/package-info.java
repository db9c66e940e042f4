/** Finds passages of documents: by words and by vector, fused. */
@NullMarked
package dev.parley.knowledge.search;

import org.jspecify.annotations.NullMarked;
