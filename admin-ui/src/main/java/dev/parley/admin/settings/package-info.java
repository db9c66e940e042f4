/** What the panel is told from outside. */
@NullMarked
package dev.parley.admin.settings;

import org.jspecify.annotations.NullMarked;
