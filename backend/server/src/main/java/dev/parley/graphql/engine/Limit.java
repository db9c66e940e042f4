package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;

/** What a document may ask for at most, whatever it costs. Counted with fragments put in where they are used. */
enum Limit {
    BYTES("bytes of the document", 64 << 10),
    TOKENS("tokens of the document", 4_000),
    /** Also bounds what validation does: some of its rules take the square of it. */
    FIELDS("fields, with fragments put in", 1_000),
    DEPTH("depth", 15),
    ROOT_FIELDS("root fields", 30),
    ALIASES("aliases", 50),
    DIRECTIVES("directives", 50);

    private final String words;
    private final int allowed;

    Limit(String words, int allowed) {
        this.words = words;
        this.allowed = allowed;
    }

    int allowed() {
        return allowed;
    }

    /** @throws ParleyException LIMIT_EXCEEDED */
    void check(long asked) {
        if (asked > allowed) {
            throw exceeded(words, Long.toString(asked), allowed);
        }
    }

    /** When counting stopped at the limit. */
    ParleyException exceeded() {
        return exceeded(words, "more than " + allowed, allowed);
    }

    static ParleyException exceeded(String what, String asked, long allowed) {
        return new ParleyException(
                ErrorCode.LIMIT_EXCEEDED, "Too much of: " + what + ". Asked: " + asked + ", allowed: " + allowed);
    }
}
