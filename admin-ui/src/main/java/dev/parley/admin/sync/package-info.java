/** Sync: how it stands, its runs, and asking for one. */
@NullMarked
package dev.parley.admin.sync;

import org.jspecify.annotations.NullMarked;
