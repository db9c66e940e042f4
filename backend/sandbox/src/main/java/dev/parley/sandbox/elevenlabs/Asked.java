package dev.parley.sandbox.elevenlabs;

import org.jspecify.annotations.Nullable;

/**
 * A request to the API.
 *
 * @param query as it came; empty when there was none
 * @param atOnce how many were being answered when it came, with it
 * @param fault what went wrong on purpose
 */
public record Asked(
        String method, String path, String query, int status, long atUnixMillis, int atOnce, @Nullable String fault) {}
