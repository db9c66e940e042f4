package dev.parley.sync;

import dev.parley.Settings;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How sync works on this installation.
 *
 * @param interval between two runs of a client that says nothing else
 * @param overlap how far before the last run's end each run begins, since calls change after they began
 * @param lease how long a run may be silent before another one may take over
 */
public record SyncSettings(Duration interval, Duration overlap, Duration lease) {

    public static SyncSettings from(Config config) {
        return new SyncSettings(
                Settings.duration(config, "PARLEY_SYNC_INTERVAL", Duration.ofMinutes(5)),
                Settings.duration(config, "PARLEY_SYNC_OVERLAP", Duration.ofHours(6)),
                Settings.duration(config, "PARLEY_SYNC_LEASE", Duration.ofSeconds(60)));
    }
}
