/** The admin panel's entry and its settings. */
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
