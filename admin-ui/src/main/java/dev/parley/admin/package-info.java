/** The admin panel: its entry. */
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
