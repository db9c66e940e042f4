/** Written telephone conversations, with the lead a person reads out of each, and how they become ElevenLabs' JSON. */
@NullMarked
package dev.parley.sandbox.scripts;

import org.jspecify.annotations.NullMarked;
