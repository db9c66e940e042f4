/** Whether what is shown may be old, for every page that shows it. */
@NullMarked
package dev.parley.admin.freshness;

import org.jspecify.annotations.NullMarked;
