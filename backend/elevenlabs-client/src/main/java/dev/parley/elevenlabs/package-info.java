/** Client for the ElevenLabs Agents API: conversations, agents and signed webhooks. */
@NullMarked
package dev.parley.elevenlabs;

import org.jspecify.annotations.NullMarked;
