package dev.parley.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Counts what a zip container unpacks to, without keeping any of it: what no parser may be given is refused in a fraction of
 * a second and without memory. Containers inside it are counted as they lie there: no parser opens them.
 */
final class ZipContainer {

    private static final int MOST_ENTRIES = 10_000;
    /** Text packs to a tenth, sheets of equal rows to a fiftieth; below this size any ratio does. */
    private static final int MOST_RATIO = 200;

    private static final long SMALL = 20L << 20;
    private final Path file;
    private final long mostBytes;
    private final byte[] buffer = new byte[65_536];
    private long unpacked;

    private ZipContainer(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /** @return why it must not be read; empty for a file that may be, and for one that is no zip container */
    static Optional<TextFailure> refusal(Path file, long mostBytes) throws IOException {
        return isZip(file) ? new ZipContainer(file, mostBytes).check() : Optional.empty();
    }

    private static boolean isZip(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            var start = input.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private Optional<TextFailure> check() throws IOException {
        long packed = Files.size(file);
        int entries = 0;
        try (var zip = new ZipFile(file.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                if (++entries > MOST_ENTRIES || !fits(zip, all.nextElement())) {
                    return Optional.of(TextFailure.TOO_LARGE);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(TextFailure.DAMAGED);
        }
        boolean isBomb = unpacked > SMALL && unpacked / packed > MOST_RATIO;
        return isBomb ? Optional.of(TextFailure.TOO_LARGE) : Optional.empty();
    }

    private boolean fits(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream input = zip.getInputStream(entry)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                unpacked += read;
                if (unpacked > mostBytes) {
                    return false;
                }
            }
        }
        return true;
    }
}
