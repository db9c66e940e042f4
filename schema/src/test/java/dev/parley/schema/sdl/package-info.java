/** The contract as a text: what it must look like, and what may change in it. */
@NullMarked
package dev.parley.schema.sdl;

import org.jspecify.annotations.NullMarked;
