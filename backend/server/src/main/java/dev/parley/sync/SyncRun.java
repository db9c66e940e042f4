package dev.parley.sync;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * One run of a client's sync.
 *
 * @param listed conversations that ElevenLabs named
 * @param fetched of these, asked for in detail
 * @param changed of these, new or different
 * @param failed of these, not given by ElevenLabs, or not to be stored; tried again later
 * @param errorCode why it failed
 */
public record SyncRun(
        UUID id,
        Reason reason,
        Status status,
        int listed,
        int fetched,
        int changed,
        int failed,
        @Nullable String errorCode,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Why it began. */
    @Name("SyncReason")
    @Description("Why a run began.")
    public enum Reason {
        @Description("It was time.")
        SCHEDULE,
        @Description("Somebody asked for it.")
        PERSON
    }

    /** How it stands. */
    @Name("SyncRunStatus")
    @Description("How a run stands.")
    public enum Status {
        @Description("It goes on.")
        RUNNING,
        @Description("It saw everything there was to see.")
        SUCCEEDED,
        @Description("ElevenLabs did not give what was asked for; errorCode says why.")
        FAILED,
        @Description("Its process ended, or lost its turn, before it was done; another run went on from there.")
        INTERRUPTED
    }

    SyncRun plus(int moreListed, int moreFetched, int moreChanged, int moreFailed) {
        return new SyncRun(
                id,
                reason,
                status,
                listed + moreListed,
                fetched + moreFetched,
                changed + moreChanged,
                failed + moreFailed,
                errorCode,
                startedAt,
                finishedAt);
    }
}
