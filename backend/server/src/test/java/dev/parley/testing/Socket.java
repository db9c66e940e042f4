package dev.parley.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of graphql-transport-ws that shows every message as it came. */
public final class Socket implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> pinged = new CompletableFuture<>();
    private final WebSocket socket;

    private Socket(URI endpoint) {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .connectTimeout(PATIENCE)
                .buildAsync(endpoint, new Listener())
                .join();
    }

    /** Connected, nothing said yet. */
    public static Socket open(URI endpoint) {
        return new Socket(endpoint);
    }

    /** Connected and acknowledged. */
    public static Socket open(URI endpoint, String token, @Nullable Object clientId) {
        var socket = new Socket(endpoint);
        var payload = JSON.createObjectNode().put("authorization", "Bearer " + token);
        if (clientId != null) {
            payload.put("x-client-id", clientId.toString());
        }
        socket.send(message("connection_init").set("payload", payload));
        var first = socket.next();
        if (!first.path("type").asText().equals("connection_ack")) {
            throw new AssertionError("Not acknowledged: " + first);
        }
        return socket;
    }

    public void subscribe(String id, String query, Map<String, ?> variables) {
        ObjectNode payload = JSON.createObjectNode().put("query", query);
        payload.set("variables", JSON.valueToTree(variables));
        send(message("subscribe").put("id", id).set("payload", payload));
    }

    public void send(JsonNode message) {
        sendText(message.toString());
    }

    public void sendText(String text) {
        socket.sendText(text, true)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    public static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    /** The next message, awaited. */
    public JsonNode next() {
        var message = poll(LOOK);
        for (long end = System.nanoTime() + PATIENCE.toNanos();
                message == null && !closed.isDone() && System.nanoTime() < end; ) {
            message = poll(LOOK);
        }
        message = message == null ? received.poll() : message; // what came just before the end
        if (message == null) {
            throw new AssertionError("Nothing came" + (closed.isDone() ? ", closed: " + closed : ""));
        }
        return message;
    }

    /** The data of the next event of a subscription, awaited. */
    public JsonNode nextData() {
        var message = next();
        if (!message.path("type").asText().equals("next")) {
            throw new AssertionError("Not an event: " + message);
        }
        return message.path("payload").path("data");
    }

    /** A message that comes within that time, or null. */
    public @Nullable JsonNode poll(Duration wait) {
        try {
            return received.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The code the server closes with, awaited. */
    public int closeCode() {
        return closeCode(PATIENCE);
    }

    /** The code the server closes with, which must come within that time. */
    public int closeCode(Duration limit) {
        return closed.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Whether the connection has ended, however it did; messages that came before may still wait. */
    public boolean isClosed() {
        return closed.isDone();
    }

    /** Waits for a ping of WebSocket's own, as the server sends when nothing was said for a while. */
    public void awaitPing() {
        pinged.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Gone without a word, as a killed process is. */
    public void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(failure -> socket);
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                try {
                    received.add(JSON.readTree(partial.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("The server sent no JSON", e);
                }
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            pinged.complete(null);
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
