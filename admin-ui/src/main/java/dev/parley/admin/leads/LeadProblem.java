package dev.parley.admin.leads;

import org.jspecify.annotations.Nullable;

/** Why an edit was not made. */
record LeadProblem(Code code, @Nullable String field) {

    enum Code {
        CONFLICT,
        INVALID,
        NOT_FOUND
    }
}
