/** Speed and load of the packaged server, measured from outside. Never part of the tests. */
@NullMarked
package dev.parley.benchmark;

import org.jspecify.annotations.NullMarked;
