package dev.parley.knowledge.text;

/** Why a file gave no text. Trying again helps with none of them but {@link #TOOK_TOO_LONG}. */
public enum TextFailure {
    /** It is locked with a password. */
    ENCRYPTED,
    /** There is no text in it. */
    EMPTY,
    /** Its pages are pictures, for example scans. */
    ONLY_IMAGES,
    /** The file, what it unpacks to, its nesting or its text is larger than the limits. */
    TOO_LARGE,
    /** It is not of a kind that is read. */
    NOT_A_DOCUMENT,
    /** Reading it was stopped at the time limit. */
    TOOK_TOO_LONG,
    /** It is of a kind that is read, but broken. */
    DAMAGED
}
