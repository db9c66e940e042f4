package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.http.Answer;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose.
 *
 * @param path found in the paths it concerns
 * @param count how often it happens; -1 until it is taken away
 * @param retryAfterSeconds what the answer says, if anything
 * @param delayMillis how long the answer takes
 */
public record Fault(Pattern path, FaultKind kind, int count, @Nullable Integer retryAfterSeconds, int delayMillis) {

    /** Until it is taken away. */
    public static final int ALWAYS = -1;

    /** What would be answered if nothing went wrong. */
    @FunctionalInterface
    public interface Right {
        Answer answer() throws IOException;
    }

    /** Once, on all paths. */
    public static Fault of(FaultKind kind) {
        return new Fault(Pattern.compile(""), kind, 1, null, 0);
    }

    public Fault on(String regex) {
        return new Fault(Pattern.compile(regex), kind, count, retryAfterSeconds, delayMillis);
    }

    public Fault times(int often) {
        return new Fault(path, kind, often, retryAfterSeconds, delayMillis);
    }

    public Fault retryAfter(int seconds) {
        return new Fault(path, kind, count, seconds, delayMillis);
    }

    public Fault delayed(int millis) {
        return new Fault(path, kind, count, retryAfterSeconds, millis);
    }

    /** After its delay. */
    public Answer happen(Right right, String requestId) throws IOException {
        wait(delayMillis);
        var answer = kind.answer(right, requestId);
        return retryAfterSeconds == null ? answer : answer.with("Retry-After", retryAfterSeconds.toString());
    }

    private static void wait(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The sandbox is closing", e);
        }
    }
}
