/** The panel in a real browser, against a running demo. */
@NullMarked
package dev.parley.admin.e2e;

import org.jspecify.annotations.NullMarked;
