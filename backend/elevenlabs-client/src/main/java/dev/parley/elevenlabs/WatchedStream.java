package dev.parley.elevenlabs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A stream whose reads end when nothing comes for too long; the HTTP client's own would wait for ever. */
final class WatchedStream extends FilterInputStream {

    private final Duration patience;
    private volatile boolean gaveUp;

    WatchedStream(InputStream stream, Duration patience) {
        super(stream);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var watch = new CompletableFuture<Void>();
        watch.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(this::giveUp);
        try {
            int count = in.read(bytes, offset, length);
            if (gaveUp) {
                throw tooSlow();
            }
            return count;
        } catch (IOException e) {
            throw gaveUp ? tooSlow() : e;
        } finally {
            watch.complete(null);
        }
    }

    /** Wakes the reader. */
    private @Nullable Void giveUp(Throwable why) {
        gaveUp = true;
        try {
            in.close();
        } catch (IOException e) {
            // The reader gets a failure either way.
        }
        return null;
    }

    private static IOException tooSlow() {
        return new HttpTimeoutException("Nothing more came in time");
    }
}
