package dev.parley.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.security.Caller;
import dev.parley.security.Callers;
import graphql.ExecutionResult;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket speaking graphql-transport-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). */
final class SocketListener implements WsListener {

    static final String PROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration INIT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_MESSAGE_CHARACTERS = 1 << 20;

    private final GraphQlEngine engine;
    private final Callers callers;
    private final Clock clock;
    private final Consumer<SocketListener> onEnd;
    private final Map<String, SocketStream> streams = new ConcurrentHashMap<>();
    private final StringBuilder partial = new StringBuilder();
    private final String requestId = UUID.randomUUID().toString();

    private @Nullable SocketWriter writer;
    private @Nullable String headerAuthorization;
    private @Nullable String headerClientId;
    private boolean initialised;
    private volatile @Nullable Caller caller;
    private volatile boolean ended;

    SocketListener(GraphQlEngine engine, Callers callers, Clock clock, Consumer<SocketListener> onEnd) {
        this.engine = engine;
        this.callers = callers;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        boolean offered = headers.values(HeaderNames.create("Sec-WebSocket-Protocol")).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(name -> name.strip().equals(PROTOCOL));
        if (!offered) {
            throw new WsUpgradeException("Only the sub-protocol " + PROTOCOL + " is spoken here");
        }
        headerAuthorization = headers.first(HeaderNames.AUTHORIZATION).orElse(null);
        headerClientId = headers.first(HttpEndpoint.CLIENT_ID).orElse(null);
        var answer = WritableHeaders.create();
        answer.set(HeaderNames.create("Sec-WebSocket-Protocol"), PROTOCOL);
        return Optional.of(answer);
    }

    @Override
    public void onOpen(WsSession session) {
        writer = new SocketWriter(session);
        Thread.ofVirtual().start(() -> closeAfter(INIT_TIMEOUT, SocketClose.INIT_TIMEOUT, () -> caller == null));
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        partial.append(text);
        if (partial.length() > MAX_MESSAGE_CHARACTERS) {
            close(SocketClose.BAD_MESSAGE);
            return;
        }
        if (last) {
            var message = partial.toString();
            partial.setLength(0);
            receive(message);
        }
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        end();
    }

    @Override
    public void onError(WsSession session, Throwable failure) {
        LOG.debug("Socket ended", failure);
        end();
    }

    void close(SocketClose reason) {
        if (writer != null && !ended) {
            writer.close(reason);
        }
        cancelStreams();
    }

    /** Waits until what was to be said has been said. */
    void awaitWritten(Duration most) throws InterruptedException {
        if (writer != null) {
            writer.awaitEnd(most);
        }
    }

    private void receive(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            close(SocketClose.BAD_MESSAGE);
            return;
        }
        switch (message.path("type").asText()) {
            case "connection_init" -> init(message.path("payload"));
            case "ping" -> send("pong", null, null);
            case "pong" -> LOG.trace("pong");
            case "subscribe" -> subscribe(message);
            case "complete" ->
                Optional.ofNullable(streams.remove(message.path("id").asText())).ifPresent(SocketStream::cancel);
            default -> close(SocketClose.BAD_MESSAGE);
        }
    }

    private void init(JsonNode payload) {
        if (initialised) {
            close(SocketClose.SECOND_INIT);
            return;
        }
        initialised = true;
        try {
            var identified = callers.authenticate(
                    parameter(payload, "authorization", headerAuthorization),
                    parameter(payload, "x-client-id", headerClientId));
            caller = identified;
            send("connection_ack", null, null);
            var expires = Instant.ofEpochSecond(identified.token().getExpirationTime());
            Thread.ofVirtual()
                    .start(() -> closeAfter(
                            Duration.between(clock.instant(), expires), SocketClose.UNAUTHORIZED, () -> true));
        } catch (ParleyException e) {
            LOG.debug("Socket refused: {}", e.code());
            close(e.code() == ErrorCode.UNAUTHENTICATED ? SocketClose.UNAUTHORIZED : SocketClose.FORBIDDEN);
        }
    }

    /** Keys of the payload are matched without regard to case; a payload's "headers" object is looked into, too. */
    private static @Nullable String parameter(JsonNode payload, String name, @Nullable String otherwise) {
        for (var place : List.of(payload, payload.path("headers"))) {
            for (var property : place.properties()) {
                if (property.getKey().equalsIgnoreCase(name)
                        && property.getValue().isTextual()) {
                    return property.getValue().textValue();
                }
            }
        }
        return otherwise;
    }

    private void subscribe(JsonNode message) {
        var identified = caller;
        if (identified == null) {
            close(SocketClose.UNAUTHORIZED);
            return;
        }
        var id = message.path("id").asText();
        GraphQlRequest request;
        try {
            request = Requests.fromJson(message.path("payload"));
        } catch (ParleyException e) {
            close(SocketClose.BAD_MESSAGE);
            return;
        }
        var stream = new SocketStream(engine.streaming(identified, requestId));
        if (id.isEmpty() || streams.putIfAbsent(id, stream) != null) {
            close(id.isEmpty() ? SocketClose.BAD_MESSAGE : SocketClose.DUPLICATE_ID);
            return;
        }
        Thread.ofVirtual().name("parley-socket-operation").start(() -> run(id, request, stream));
    }

    private void run(String id, GraphQlRequest request, SocketStream stream) {
        try {
            var result = engine.subscribe(request, stream.operation());
            if (result.getData() instanceof Publisher<?> publisher) {
                @SuppressWarnings("unchecked") // the engine's contract for subscriptions
                var results = (Publisher<ExecutionResult>) publisher;
                stream.follow(results, next -> next(id, next), () -> complete(id), failure -> error(id, failure));
            } else {
                stream.operation().close();
                if (result.isDataPresent()) {
                    next(id, result);
                    complete(id);
                } else {
                    streams.remove(id);
                    send(
                            "error",
                            id,
                            JSON.valueToTree(
                                    GraphQlEngine.answer(result, requestId).get("errors")));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("An operation on a socket failed", e);
            error(id, e);
        }
    }

    private void next(String id, ExecutionResult result) {
        send("next", id, JSON.valueToTree(GraphQlEngine.answer(result, requestId)));
    }

    private void complete(String id) {
        if (streams.remove(id) != null) {
            send("complete", id, null);
        }
    }

    private void error(String id, Throwable failure) {
        if (streams.remove(id) != null) {
            send(
                    "error",
                    id,
                    JSON.valueToTree(Failures.answer(Failures.translate(failure), requestId)
                            .get("errors")));
        }
    }

    private void send(String type, @Nullable String id, @Nullable JsonNode payload) {
        ObjectNode message = JSON.createObjectNode().put("type", type);
        if (id != null) {
            message.put("id", id);
        }
        if (payload != null) {
            message.set("payload", payload);
        }
        if (writer != null && !ended) {
            writer.send(message.toString());
        }
    }

    private void closeAfter(Duration wait, SocketClose reason, java.util.function.BooleanSupplier still) {
        try {
            Thread.sleep(wait.isNegative() ? Duration.ZERO : wait);
            if (!ended && still.getAsBoolean()) {
                close(reason);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancelStreams() {
        streams.values().forEach(SocketStream::cancel);
        streams.clear();
    }

    private void end() {
        ended = true;
        cancelStreams();
        if (writer != null) {
            writer.stop();
        }
        onEnd.accept(this);
    }
}
