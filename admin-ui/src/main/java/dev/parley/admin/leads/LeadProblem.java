package dev.parley.admin.leads;

/** Why an edit was not made. */
record LeadProblem(Code code, String field) {

    enum Code {
        CONFLICT,
        INVALID_CHARACTERS,
        INVALID_EMAIL,
        INVALID_PHONE,
        NOT_FOUND,
        TOO_LONG
    }
}
