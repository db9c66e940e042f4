/** How well leads are read: calls that nobody has written down, made from a seed, against what is read of them. */
@NullMarked
package dev.parley.benchmark.extraction;

import org.jspecify.annotations.NullMarked;
