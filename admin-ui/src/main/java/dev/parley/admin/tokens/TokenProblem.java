package dev.parley.admin.tokens;

/** Why the API made no token. */
record TokenProblem(String code, String field) {}
