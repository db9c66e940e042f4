/** The outside world for tests and demos: ElevenLabs and Supabase Auth on one port of this machine. */
@NullMarked
package dev.parley.sandbox;

import org.jspecify.annotations.NullMarked;
