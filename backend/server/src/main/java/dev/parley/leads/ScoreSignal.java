package dev.parley.leads;

import org.jspecify.annotations.Nullable;

/** One reason for a lead's score. */
public record ScoreSignal(String name, int points, @Nullable Integer turn) {}
