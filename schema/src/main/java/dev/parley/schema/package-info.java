/** The database contract: the migrations and the command that applies them, and how database URLs are read. */
@NullMarked
package dev.parley.schema;

import org.jspecify.annotations.NullMarked;
