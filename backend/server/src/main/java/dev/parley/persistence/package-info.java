/** The one place that opens transactions and sets the caller's rights on them. */
@NullMarked
package dev.parley.persistence;

import org.jspecify.annotations.NullMarked;
