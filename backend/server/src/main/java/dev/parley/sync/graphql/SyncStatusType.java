package dev.parley.sync.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.sync.SyncRun;
import dev.parley.sync.SyncStatus;
import dev.parley.sync.SyncTargets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A client's sync as the API shows it. */
@Type("SyncStatus")
@Description("How bringing conversations in from ElevenLabs stands.")
public record SyncStatusType(SyncStatus status) {

    @Description("Why nothing is synced; null when nothing stands in the way.")
    public SyncTargets.@Nullable Obstacle getObstacle() {
        return status.obstacle().orElse(null);
    }

    @Description("Seconds between two scheduled runs.")
    public Integer getIntervalSeconds() {
        return (int) status.interval().toSeconds();
    }

    @Description("When the next scheduled run is due; null when none is.")
    public @Nullable Instant getNextRunAt() {
        return status.nextRunAt().orElse(null);
    }

    @Description("When the last successful run began: what is shown is as fresh as that. Null before the first one.")
    public @Nullable Instant getLastSucceededAt() {
        return status.lastSucceededAt().orElse(null);
    }

    @Description("Whether what is shown may be old: no run has succeeded for three intervals, or ElevenLabs is away.")
    public Boolean getStale() {
        return status.stale();
    }

    @Description("The run that goes on now; null when none does.")
    public @Nullable SyncRunType getRunning() {
        return status.runs().stream()
                .filter(run -> run.status() == SyncRun.Status.RUNNING)
                .findFirst()
                .map(SyncRunType::new)
                .orElse(null);
    }

    @ListSize(assumed = 50)
    @Description("The last 50 runs, the newest first.")
    public List<SyncRunType> getRuns() {
        return status.runs().stream().map(SyncRunType::new).toList();
    }
}
