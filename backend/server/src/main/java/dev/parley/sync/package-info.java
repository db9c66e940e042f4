/**
 * Brings conversations in from ElevenLabs by themselves: runs, and how far they came.
 */
@NullMarked
package dev.parley.sync;

import org.jspecify.annotations.NullMarked;
