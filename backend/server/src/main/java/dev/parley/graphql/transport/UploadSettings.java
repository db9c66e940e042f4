package dev.parley.graphql.transport;

import dev.parley.Settings;
import dev.parley.StartException;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What a request that brings files may cost.
 *
 * @param mostBytes of its files together
 * @param timeout in which all of it has to arrive
 * @param atOnce how many of them a node reads at the same time
 */
record UploadSettings(long mostBytes, Duration timeout, int atOnce) {

    /** The operation, its variables, and what separates the parts. */
    static final int MOST_BESIDE_FILES = 1 << 20;

    /** @throws StartException when one is wrong */
    static UploadSettings from(Config config) {
        return new UploadSettings(
                Settings.number(config, "PARLEY_DOCUMENT_MAX_BYTES", 25L << 20, 1, 1L << 30),
                Settings.duration(config, "PARLEY_UPLOAD_TIMEOUT", Duration.ofMinutes(5)),
                (int) Settings.number(config, "PARLEY_UPLOADS_AT_ONCE", 8, 1, 1_000));
    }
}
