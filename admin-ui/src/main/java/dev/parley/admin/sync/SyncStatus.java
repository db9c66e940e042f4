package dev.parley.admin.sync;

import dev.parley.admin.language.TextKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How bringing conversations in stands. */
record SyncStatus(
        @Nullable Obstacle obstacle,
        int intervalSeconds,
        @Nullable Instant nextRunAt,
        @Nullable Instant lastSucceededAt,
        boolean stale,
        List<SyncRun> runs) {

    Optional<SyncRun> running() {
        return runs.stream().filter(SyncRun::running).findFirst();
    }

    /** Why the newest run that is over did not work; empty when it did. */
    Optional<String> error() {
        return runs.stream().filter(run -> !run.running()).findFirst().map(SyncRun::errorCode);
    }

    /** The same, with what is new of a run that goes on. */
    SyncStatus with(SyncRun run) {
        var others = runs.stream().filter(one -> !one.id().equals(run.id()) && !one.running());
        var newest = Stream.concat(Stream.of(run), others).toList();
        return new SyncStatus(obstacle, intervalSeconds, nextRunAt, lastSucceededAt, stale, newest);
    }

    /** Whether the next run should have begun, so that this is no longer true. */
    boolean overdue(Instant now) {
        return nextRunAt != null && nextRunAt.isBefore(now);
    }

    Standing standing() {
        if (obstacle != null) {
            return Standing.OBSTRUCTED;
        }
        if (running().isPresent()) {
            return Standing.RUNNING;
        }
        return stale ? Standing.STALE : Standing.FRESH;
    }

    /** The one word for it all. */
    @TextKey("sync.standing")
    enum Standing {
        FRESH,
        RUNNING,
        STALE,
        OBSTRUCTED
    }
}
