package dev.parley.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber: a WebSocket that speaks just enough graphql-transport-ws, and looks at no more of an event than its id.
 * What it has seen outlives its connections.
 */
final class SwarmSocket {

    private static final byte[] EVENT = "\"leadEvents\":{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ACK = "connection_ack".getBytes(StandardCharsets.US_ASCII);
    private static final String QUERY = "subscription($after: ID) { leadEvents(after: $after) { id type occurredAt"
            + " changedFields lead { id name email phone company status leadQualityScore version } } }";

    private final Feed feed;
    private final String token;
    private final Latencies latencies;
    private final ByteBuffer input = ByteBuffer.allocate(8 << 10);
    private @Nullable SocketChannel channel;
    private boolean upgraded;
    private boolean subscribed;
    private int last;
    private int received;
    private int repeated;

    /** @param after position to begin from */
    SwarmSocket(Feed feed, String token, Latencies latencies, int after) {
        this.feed = feed;
        this.token = token;
        this.latencies = latencies;
        this.last = after;
    }

    void connect(URI server, Selector selector) throws IOException {
        input.clear();
        upgraded = false;
        subscribed = false;
        var opened = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.getPort()));
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel = opened;
        write(ByteBuffer.wrap(("GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + server.getPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
    }

    /** @return false when the connection has ended */
    boolean read() throws IOException {
        int count = channel.read(input);
        if (count < 0) {
            return false;
        }
        input.flip();
        boolean more = upgraded || upgrade();
        while (more) {
            more = frame();
        }
        input.compact();
        return true;
    }

    void disconnect() throws IOException {
        channel.close();
    }

    boolean isSubscribed() {
        return subscribed;
    }

    Feed feed() {
        return feed;
    }

    int last() {
        return last;
    }

    int received() {
        return received;
    }

    int repeated() {
        return repeated;
    }

    private boolean upgrade() throws IOException {
        for (int i = input.position(); i + 3 < input.limit(); i++) {
            if (input.get(i) == '\r' && input.get(i + 2) == '\r') {
                input.position(i + 4);
                upgraded = true;
                say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + token
                        + "\",\"x-client-id\":\"" + feed.clientId() + "\"}}");
                return true;
            }
        }
        return false;
    }

    /** @return whether there was a whole one */
    private boolean frame() throws IOException {
        int start = input.position();
        if (input.remaining() < 4) {
            return false;
        }
        int kind = input.get() & 0x0f;
        int length = input.get() & 0x7f;
        if (length == 126) {
            length = input.getShort() & 0xffff;
        } else if (length == 127) {
            throw new IOException("An event larger than any here");
        }
        if (input.remaining() < length) {
            input.position(start);
            return false;
        }
        int end = input.position() + length;
        if (kind == 1) {
            message(input.array(), input.position(), end);
        } else if (kind == 9) {
            send(0x8a, new byte[0]);
        }
        input.position(end);
        return true;
    }

    private void message(byte[] bytes, int from, int to) throws IOException {
        int at = find(EVENT, bytes, from, to);
        if (at >= 0) {
            int id = 0;
            for (; bytes[at] != '"'; at++) {
                id = id * 10 + bytes[at] - '0';
            }
            event(id);
        } else if (find(ACK, bytes, from, to) >= 0) {
            say("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"" + QUERY
                    + "\",\"variables\":{\"after\":\"" + last + "\"}}}");
            subscribed = true;
        } else {
            throw new IOException("Unexpected: " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private void event(int id) {
        if (id <= last) {
            repeated++;
            return;
        }
        latencies.add(feed.ageOf(id));
        last = id;
        received++;
    }

    /** @return the index after it, or -1 */
    private static int find(byte[] wanted, byte[] bytes, int from, int to) {
        for (int i = from; i <= to - wanted.length; i++) {
            int matched = 0;
            while (matched < wanted.length && bytes[i + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return i + matched;
            }
        }
        return -1;
    }

    private void say(String text) throws IOException {
        send(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(int kind, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 8).put((byte) kind);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload); // a mask that changes nothing
        write(frame.flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
