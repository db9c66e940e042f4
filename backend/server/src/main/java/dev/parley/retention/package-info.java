/** Nothing is kept for ever: when the workers forget what is old, and how old that is. What it is, its own package knows. */
@NullMarked
package dev.parley.retention;

import org.jspecify.annotations.NullMarked;
