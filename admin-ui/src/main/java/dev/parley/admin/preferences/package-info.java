/** What a person chose for this browser: language and theme, kept in cookies. */
@NullMarked
package dev.parley.admin.preferences;

import org.jspecify.annotations.NullMarked;
