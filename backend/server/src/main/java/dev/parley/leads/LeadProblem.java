package dev.parley.leads;

import org.jspecify.annotations.Nullable;

/** Why an edit was not made. */
public record LeadProblem(Code code, @Nullable String field, String message) {

    /** The reasons. */
    public enum Code {
        CONFLICT,
        INVALID,
        NOT_FOUND
    }
}
