/** Stand-in for the ElevenLabs API: conversations, post-call webhooks, and a control to make calls happen. */
@NullMarked
package dev.parley.sandbox.elevenlabs;

import org.jspecify.annotations.NullMarked;
