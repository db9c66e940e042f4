package dev.parley.admin.graphql;

import dev.parley.admin.language.TextKey;

/** What can go wrong with the API, as far as a view tells it apart. */
@TextKey("failure")
public enum Problem {
    /** The API cannot be reached or does not answer in time; trying again may help. */
    UNREACHABLE,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    RATE_LIMITED,
    /** What was sent is larger than the API takes. */
    TOO_LARGE,
    /** Anything else: a fault of ours or of the API. */
    FAILED;

    static Problem of(String code) {
        return switch (code) {
            case "UNAUTHENTICATED" -> UNAUTHENTICATED;
            case "FORBIDDEN" -> FORBIDDEN;
            case "NOT_FOUND" -> NOT_FOUND;
            case "RATE_LIMITED" -> RATE_LIMITED;
            case "PAYLOAD_TOO_LARGE" -> TOO_LARGE;
            case "TIMEOUT", "UPSTREAM_UNAVAILABLE" -> UNREACHABLE;
            default -> FAILED;
        };
    }
}
