package dev.parley.leads.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a stretch of tokens.
 *
 * @param value as it is stored; null when somebody gave one that cannot be made out
 * @param from the first of its tokens
 * @param to the token behind its last
 * @param parts the words, signs and numbers it was said in; corrections speak of them
 * @param inferred whether a part of it was taken as it is usually meant
 * @param decoding how it was read, step by step
 */
record Found(@Nullable String value, int from, int to, List<String> parts, boolean inferred, List<String> decoding) {

    @Override
    public String toString() {
        return "Found[" + from + ".." + to + "]";
    }
}
