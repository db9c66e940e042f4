package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client without manners: sends whatever, whenever, and leaves without a word. */
public final class RawSocket implements AutoCloseable {

    private final java.net.Socket socket;

    public RawSocket(URI endpoint) throws IOException {
        socket = new java.net.Socket("127.0.0.1", endpoint.getPort());
        write(
                "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + endpoint.getPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            answer.append((char) socket.getInputStream().read());
        }
    }

    /** All messages in one piece, so that none waits for what the server says to the one before. */
    public void send(JsonNode... messages) throws IOException {
        var frames = new ByteArrayOutputStream();
        for (var message : messages) {
            var text = message.toString().getBytes(StandardCharsets.UTF_8);
            frames.write(0x81);
            if (text.length < 126) {
                frames.write(0x80 | text.length);
            } else {
                frames.write(0x80 | 126);
                frames.writeBytes(
                        ByteBuffer.allocate(2).putShort((short) text.length).array());
            }
            frames.writeBytes(new byte[4]); // a mask that changes nothing
            frames.writeBytes(text);
        }
        socket.getOutputStream().write(frames.toByteArray());
    }

    /** Whether the server has ended it, awaited a while. */
    public boolean isEnded() throws IOException {
        socket.setSoTimeout(15_000);
        var buffer = new byte[8_192];
        int read;
        do {
            read = socket.getInputStream().read(buffer);
        } while (read >= 0 && (buffer[0] & 0x0f) != 8);
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
