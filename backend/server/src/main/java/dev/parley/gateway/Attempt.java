package dev.parley.gateway;

import dev.parley.elevenlabs.ElevenLabs;
import java.util.UUID;
import java.util.function.Function;

/**
 * Something asked of ElevenLabs.
 *
 * @param endpoint the path without ids, for the log
 */
record Attempt<T>(UUID clientId, String endpoint, ElevenLabs library, Function<ElevenLabs, T> request) {}
