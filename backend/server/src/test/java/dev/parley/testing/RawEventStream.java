package dev.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events that asks and does not read. */
public final class RawEventStream implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;

    public RawEventStream(URI server) throws IOException {
        socket = new Socket("127.0.0.1", server.getPort());
    }

    public void send(String token, String body) throws IOException {
        socket.getOutputStream()
                .write(("POST /graphql/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** The whole chunks of what was sent, now that the server has ended it. */
    public String readToTheEnd() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        var input = socket.getInputStream();
        var body = new StringBuilder();
        try {
            for (var line = line(input); line != null && !line.isEmpty(); line = line(input)) {
                continue; // the head
            }
            for (var size = line(input); size != null && !size.isEmpty(); size = line(input)) {
                int length = Integer.parseInt(size, 16);
                var chunk = input.readNBytes(length);
                if (chunk.length < length) {
                    return body.toString();
                }
                body.append(new String(chunk, StandardCharsets.UTF_8));
                line(input);
            }
        } catch (SocketException e) {
            // Cut off: what was still under way is gone.
        }
        return body.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static @Nullable String line(InputStream input) throws IOException {
        var line = new StringBuilder();
        for (int read = input.read(); read != '\n'; read = input.read()) {
            if (read < 0) {
                return null;
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
