/**
 * Brings conversations in from ElevenLabs by themselves: runs, how far they came, the schedule, and the watch over it.
 */
@NullMarked
package dev.parley.sync;

import org.jspecify.annotations.NullMarked;
