/** Stand-in for the ElevenLabs API: conversations, recordings, agents, webhooks, and a control to make calls and failures happen. */
@NullMarked
package dev.parley.sandbox.elevenlabs;

import org.jspecify.annotations.NullMarked;
