package dev.parley.sync.graphql;

import dev.parley.sync.SyncRun;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A run as the API shows it. */
@Type("SyncRun")
@Description("One run that brought conversations in from ElevenLabs.")
public record SyncRunType(SyncRun run) {

    @Id
    @Description("Parley's id.")
    public String getId() {
        return run.id().toString();
    }

    @Description("Why it began.")
    public SyncRun.Reason getReason() {
        return run.reason();
    }

    @Description("How it stands.")
    public SyncRun.Status getStatus() {
        return run.status();
    }

    @Description("Conversations that ElevenLabs named.")
    public Integer getListed() {
        return run.listed();
    }

    @Description("Of these, the ones asked for in detail: new, unfinished or different.")
    public Integer getFetched() {
        return run.fetched();
    }

    @Description("Of these, the ones that changed something here.")
    public Integer getChanged() {
        return run.changed();
    }

    @Description("Of these, the ones that ElevenLabs did not give or that could not be stored: failures names them.")
    public Integer getFailed() {
        return run.failed();
    }

    @Description("Why it failed, for example UNAVAILABLE, RATE_LIMITED or UNAUTHENTICATED; null when it did not.")
    public @Nullable String getErrorCode() {
        return run.errorCode();
    }

    @Description("When it began.")
    public Instant getStartedAt() {
        return run.startedAt();
    }

    @Description("When it ended, null while it goes on.")
    public @Nullable Instant getFinishedAt() {
        return run.finishedAt();
    }
}
