package dev.parley.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a client's sync stands.
 *
 * @param runs the newest first
 * @param stale whether what is shown may be old: no run has succeeded for a while
 */
public record SyncStatus(
        Optional<SyncTargets.Obstacle> obstacle,
        Duration interval,
        Optional<Instant> nextRunAt,
        Optional<Instant> lastSucceededAt,
        boolean stale,
        List<SyncRun> runs) {

    public SyncStatus {
        runs = List.copyOf(runs);
    }
}
