package dev.parley.conversations;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells words from what stands in their place once they were taken away, such as [REDACTED], [EMAIL_ADDRESS] or ***. */
final class Redaction {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\[[A-Z][A-Z0-9_ -]{2,}]|<[A-Z][A-Z0-9_ -]{2,}>|[\\[<({]?(?i:redacted)[\\])>}]?|\\*{3,}|█+");

    private Redaction() {}

    /** Whether there are words in a text, not only placeholders. */
    static boolean saysSomething(@Nullable String text) {
        return text != null && !PLACEHOLDER.matcher(text).replaceAll("").isBlank();
    }

    /** How many placeholders a text has. */
    static int placeholders(@Nullable String text) {
        return text == null ? 0 : (int) PLACEHOLDER.matcher(text).results().count();
    }

    /** Whether words of the older text are gone in the newer one. */
    static boolean lost(@Nullable String newer, @Nullable String older) {
        return saysSomething(older) && (!saysSomething(newer) || placeholders(newer) > placeholders(older));
    }
}
