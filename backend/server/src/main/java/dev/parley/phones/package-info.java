/** Telephone numbers: how people write them, and E.164. */
@NullMarked
package dev.parley.phones;

import org.jspecify.annotations.NullMarked;
