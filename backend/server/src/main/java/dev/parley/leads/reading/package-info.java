/**
 * Reads what callers say: tokens of a turn, one recogniser for each kind of thing, and words of each language in data files
 * beside this package's classes. Pure: the same call gives the same reading.
 */
@NullMarked
package dev.parley.leads.reading;

import org.jspecify.annotations.NullMarked;
