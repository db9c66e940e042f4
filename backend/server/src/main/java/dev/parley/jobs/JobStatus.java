package dev.parley.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a job stands.
 *
 * @param runningSince when the current run began; empty while there is none
 * @param last the last run that is over
 * @param nextAt when the next scheduled run is due; empty when none is, or when nobody can tell now
 */
public record JobStatus(Optional<Instant> runningSince, Optional<Last> last, Optional<Instant> nextAt) {

    /** A run that is over. */
    public record Last(Instant startedAt, Instant finishedAt, JobResult result) {

        public Duration duration() {
            return Duration.between(startedAt, finishedAt);
        }
    }
}
