package dev.parley.retention;

/** Something that is kept for a while only. Every worker forgets once an hour; two doing so at once must harm nobody. */
public interface Forgetting {

    /** What is forgotten, for the log; in the plural. */
    String what();

    /** @return how many were old enough, and are gone */
    int forgetOld();
}
