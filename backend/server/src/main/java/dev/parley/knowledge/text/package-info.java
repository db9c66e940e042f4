/** The text of an uploaded file, or why there is none. */
@NullMarked
package dev.parley.knowledge.text;

import org.jspecify.annotations.NullMarked;
