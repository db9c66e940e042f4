package dev.parley.admin.live;

import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One socket's life in graphql-transport-ws. A silent peer counts as gone: it is asked, and left when it does not answer. */
final class FeedSocket implements WebSocket.Listener {

    static final int ABNORMAL = 1006;
    static final int UNAUTHORIZED = 4401;
    static final int FORBIDDEN = 4403;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(15);
    private static final int SILENT_CHECKS = 2;

    private final Feed feed;
    private final HttpClient http;
    private final ScheduledExecutorService timer;
    private volatile String accessToken;
    private final StringBuilder partial = new StringBuilder();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket webSocket;
    private @Nullable ScheduledFuture<?> watch;
    private Map<String, String> init = Map.of();
    private boolean closed;
    private volatile int silentChecks;

    FeedSocket(Feed feed, HttpClient http, ScheduledExecutorService timer, String accessToken) {
        this.feed = feed;
        this.http = http;
        this.timer = timer;
        this.accessToken = accessToken;
    }

    String accessToken() {
        return accessToken;
    }

    void open(URI url, String clientId) {
        init = Map.of("authorization", "Bearer " + accessToken, "x-client-id", clientId);
        http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .connectTimeout(CONNECT_TIMEOUT)
                .buildAsync(url, this)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        end(ABNORMAL);
                    }
                });
    }

    /** A ping may bring a fresh token. */
    void renew(String fresh) {
        accessToken = fresh;
        send(Map.of("type", "ping", "payload", Map.of("authorization", "Bearer " + fresh)));
    }

    void subscribe(String id, Document operation, @Nullable String after) {
        var variables = new HashMap<String, @Nullable String>();
        variables.put("after", after);
        send(Map.of(
                "id", id, "type", "subscribe", "payload", Map.of("query", operation.text(), "variables", variables)));
    }

    void unsubscribe(String id) {
        send(Map.of("id", id, "type", "complete"));
    }

    void close() {
        WebSocket open;
        synchronized (this) {
            closed = true;
            open = webSocket;
            if (watch != null) {
                watch.cancel(false);
            }
        }
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((done, failure) -> open.abort());
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            webSocket = opened;
            if (closed) {
                opened.abort();
                return;
            }
            watch = timer.scheduleWithFixedDelay(
                    this::check, CHECK_EVERY.toSeconds(), CHECK_EVERY.toSeconds(), TimeUnit.SECONDS);
        }
        send(Map.of("type", "connection_init", "payload", init));
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        silentChecks = 0;
        partial.append(data);
        if (last) {
            var text = partial.toString();
            partial.setLength(0);
            receive(text);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end(ABNORMAL);
    }

    private void receive(String text) {
        JsonNode message;
        try {
            message = Json.MAPPER.readTree(text);
        } catch (JacksonException e) {
            abort();
            return;
        }
        var id = message.path("id").asString("");
        switch (message.path("type").asString("")) {
            case "connection_ack" -> feed.acknowledged(this);
            case "next" -> feed.received(this, id, message.path("payload").path("data"));
            case "error" -> feed.refused(this, id, code(message));
            case "complete" -> feed.completed(this, id);
            case "ping" -> send(Map.of("type", "pong"));
            default -> {
                // pong, or something newer than this panel: nothing to do
            }
        }
    }

    private static String code(JsonNode refusal) {
        return refusal.path("payload").path(0).path("extensions").path("code").asString("UNKNOWN");
    }

    /** The WebSocket takes the next message only when the last one is out. */
    private synchronized void send(Map<String, ?> message) {
        var open = webSocket;
        if (open == null || closed) {
            return;
        }
        var text = Json.MAPPER.writeValueAsString(message);
        sending = sending.handle((done, failure) -> open.sendText(text, true)).thenCompose(sent -> sent);
    }

    private void check() {
        if (silentChecks++ >= SILENT_CHECKS) {
            abort();
        } else {
            feed.steady(this);
            send(Map.of("type", "ping"));
        }
    }

    private void abort() {
        WebSocket open;
        synchronized (this) {
            open = webSocket;
        }
        if (open != null) {
            open.abort();
        }
        end(ABNORMAL);
    }

    private void end(int code) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (watch != null) {
                watch.cancel(false);
            }
        }
        feed.ended(this, code);
    }
}
