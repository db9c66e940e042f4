package dev.parley.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A handler's word on why an item failed and what becomes of it. Its message goes to the log: never content. */
public final class WorkFailure extends RuntimeException {

    private final String code;
    private final @Nullable Duration retryAfter;
    private final boolean hopeless;

    private WorkFailure(String code, String message, @Nullable Duration retryAfter, boolean hopeless) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
        this.hopeless = hopeless;
    }

    /** It will never succeed: given up at once. */
    public static WorkFailure hopeless(String code, String message) {
        return new WorkFailure(code, message, null, true);
    }

    /** Retried by the queue's schedule. */
    public static WorkFailure temporary(String code, String message) {
        return new WorkFailure(code, message, null, false);
    }

    /** Retried after that time, as in {@code Retry-After}; it counts as an attempt like any other. */
    public static WorkFailure retryAfter(Duration time, String code, String message) {
        return new WorkFailure(code, message, time, false);
    }

    public String code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    boolean isHopeless() {
        return hopeless;
    }
}
