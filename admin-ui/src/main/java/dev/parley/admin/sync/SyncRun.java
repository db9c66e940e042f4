package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;
import static dev.parley.admin.language.Texts.textOr;

import dev.parley.admin.language.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run that brought conversations in.
 *
 * @param failures the conversations that failed in it; none where they were not asked for
 */
record SyncRun(
        String id,
        RunReason reason,
        RunStatus status,
        int listed,
        int fetched,
        int changed,
        int failed,
        @Nullable String errorCode,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable List<Failure> failures) {

    /** A conversation that ElevenLabs did not give, or that could not be stored. */
    record Failure(String elevenlabsConversationId, String code, int attempts, @Nullable Instant nextAttemptAt) {

        /** Why, in words where there are some. */
        String words() {
            return textOr(SyncRun.words(code), "sync.fault." + code);
        }
    }

    SyncRun {
        failures = failures == null ? List.of() : List.copyOf(failures);
    }

    boolean running() {
        return status == RunStatus.RUNNING;
    }

    /** Why it failed, in words where there are some. */
    static String words(String errorCode) {
        return textOr(errorCode, "why." + errorCode);
    }

    /** What to do about it; empty when nothing is to be said. */
    static String advice(String errorCode) {
        return textOr("", "why." + errorCode + ".advice");
    }

    /** What else there is to say of it, in a few words. */
    String remark() {
        if (errorCode != null) {
            return words(errorCode);
        }
        return failed > 0 ? text("sync.notStored", failed) : "";
    }

    /** How long it took; empty while it goes on. */
    String duration(Formats formats) {
        if (finishedAt == null) {
            return "";
        }
        var took = Duration.between(startedAt, finishedAt);
        return took.toSeconds() < 1 ? text("sync.instant") : formats.span(took);
    }
}
