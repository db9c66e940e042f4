package dev.parley.gateway;

import dev.parley.elevenlabs.ElevenLabs;
import java.util.UUID;
import java.util.function.Function;

/**
 * Something asked of ElevenLabs.
 *
 * @param endpoint the path without ids, for the log
 * @param ofOne whether it is about one thing, whose faults say nothing of others
 */
record Attempt<T>(UUID clientId, String endpoint, boolean ofOne, ElevenLabs library, Function<ElevenLabs, T> request) {}
