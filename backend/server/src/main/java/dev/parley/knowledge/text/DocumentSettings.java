package dev.parley.knowledge.text;

import dev.parley.Settings;
import dev.parley.StartException;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What one file may cost.
 *
 * @param mostBytes of the file itself
 * @param mostUnpackedBytes of all entries of a zip container (DOCX, XLSX, PPTX, EPUB)
 * @param mostCharacters of its text
 * @param memoryMegabytes heap of the process that reads it
 * @param timeout of that process
 */
public record DocumentSettings(
        long mostBytes, long mostUnpackedBytes, int mostCharacters, int memoryMegabytes, Duration timeout) {

    private static final long MOST_UNPACKED = 200L << 20;

    /** @throws StartException when one is wrong */
    public static DocumentSettings from(Config config) {
        return new DocumentSettings(
                Settings.number(config, "PARLEY_DOCUMENT_MAX_BYTES", 25L << 20, 1, 1L << 30),
                MOST_UNPACKED,
                (int) Settings.number(config, "PARLEY_DOCUMENT_MAX_CHARACTERS", 4_000_000, 1, 50_000_000),
                (int) Settings.number(config, "PARLEY_DOCUMENT_MEMORY_MB", 256, 64, 8_192),
                Settings.duration(config, "PARLEY_DOCUMENT_TIMEOUT", Duration.ofSeconds(60)));
    }
}
