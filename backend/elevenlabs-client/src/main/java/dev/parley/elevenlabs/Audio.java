package dev.parley.elevenlabs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A recording while it arrives.
 *
 * @param contentType for example audio/mpeg
 * @param stream ends with an {@link IOException} when the recording is cut off, or when nothing comes for as long as an
 *     answer may take
 */
public record Audio(String contentType, InputStream stream) implements AutoCloseable {

    /** Ends the download. */
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Audio[" + contentType + "]";
    }
}
