package dev.parley.admin.alerts;

import static dev.parley.admin.language.Texts.textOr;

import dev.parley.admin.language.Languages;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is, or was, wrong. Kinds and codes may be newer than this panel: what is wrong is said by {@code message}.
 *
 * @param count how often it was reported while it was open
 * @param openedAt when it was reported for the first time
 */
record Alert(
        String id,
        String kind,
        Severity severity,
        Message message,
        String code,
        int count,
        Instant openedAt,
        Instant lastSeenAt,
        @Nullable Instant closedAt) {

    /** One sentence in each language. */
    record Message(String en, String ru) {

        String in(Locale language) {
            return Languages.RUSSIAN.getLanguage().equals(language.getLanguage()) ? ru : en;
        }
    }

    boolean open() {
        return closedAt == null;
    }

    String reason() {
        return textOr(code, "why." + code);
    }
}
