/** Texts, dates and numbers in the reader's language. */
@NullMarked
package dev.parley.admin.language;

import org.jspecify.annotations.NullMarked;
