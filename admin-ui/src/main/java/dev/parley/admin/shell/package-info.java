/** What frames every view: page, header, navigation, not-found. */
@NullMarked
package dev.parley.admin.shell;

import org.jspecify.annotations.NullMarked;
