/** Parley's server. Each package below is a feature; this one holds the way in and the failures all of them raise. */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
