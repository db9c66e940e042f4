package dev.parley.jobs;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param code why it did not succeed, such as RATE_LIMITED; null when it did, or when nobody knows
 */
public record JobResult(Outcome outcome, @Nullable String code) {

    public static final JobResult SUCCEEDED = new JobResult(Outcome.SUCCEEDED, null);

    /** It could not go on: it lost its lease or the database, or its process ended. */
    public static final JobResult INTERRUPTED = new JobResult(Outcome.INTERRUPTED, null);

    public enum Outcome {
        SUCCEEDED,
        FAILED,
        INTERRUPTED,
        /** There was a reason to do nothing. */
        SKIPPED
    }

    public static JobResult failed(String code) {
        return new JobResult(Outcome.FAILED, code);
    }

    public static JobResult skipped(String code) {
        return new JobResult(Outcome.SKIPPED, code);
    }
}
