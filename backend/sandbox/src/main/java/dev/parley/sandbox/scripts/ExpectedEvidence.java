package dev.parley.sandbox.scripts;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param turn counted from 0; null when the caller never said it
 * @param state CONFIRMED, UNCONFIRMED, CONFLICTING or CALLER_ID
 */
public record ExpectedEvidence(String field, String value, @Nullable Integer turn, String state) {}
