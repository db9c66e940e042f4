package dev.parley.sandbox.scripts;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param turn counted from 0; null when the caller never said it
 * @param state CONFIRMED, STATED, INFERRED, CONTRADICTED, CALLER_ID or UNDECODABLE
 */
public record ExpectedEvidence(String field, String value, @Nullable Integer turn, String state) {}
