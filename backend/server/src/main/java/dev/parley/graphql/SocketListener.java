package dev.parley.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.security.Caller;
import dev.parley.security.Callers;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket speaking graphql-transport-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). Once it was
 * told to close, nothing it sends counts any more.
 */
final class SocketListener implements WsListener {

    static final String PROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HeaderName SUB_PROTOCOL = HeaderNames.create("Sec-WebSocket-Protocol");
    private static final Duration INIT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(70);
    private static final int MAX_MESSAGE_CHARACTERS = 1 << 20;
    private static final int MAX_CHARACTERS_OF_STRANGERS = 16 << 10;

    private final Callers callers;
    private final Clock clock;
    private final Stay stay;
    private final Origins origins;
    private final Consumer<SocketListener> onEnd;
    private final RunningOperations operations;
    private final StringBuilder partial = new StringBuilder();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Instant openedAt;

    private @Nullable Outbox writer;
    private @Nullable String headerAuthorization;
    private @Nullable String headerClientId;
    private boolean initialised;
    private volatile Instant heardAt;
    private volatile @Nullable Caller caller;

    SocketListener(
            GraphQlEngine engine,
            OperationLog log,
            Callers callers,
            Clock clock,
            Origins origins,
            Consumer<SocketListener> onEnd) {
        this.callers = callers;
        this.clock = clock;
        this.stay = new Stay(callers, clock);
        this.origins = origins;
        this.onEnd = onEnd;
        this.operations = new RunningOperations(engine, log, UUID.randomUUID().toString(), this::send, this::outdated);
        this.openedAt = clock.instant();
        this.heardAt = openedAt;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        if (!origins.permit(headers)) {
            end();
            throw RequestException.builder()
                    .type(DirectHandler.EventType.FORBIDDEN)
                    .message("Pages of this origin may not call here")
                    .build();
        }
        boolean offered = headers.values(SUB_PROTOCOL).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(name -> name.strip().equals(PROTOCOL));
        if (!offered) {
            end();
            throw new WsUpgradeException("Only the sub-protocol " + PROTOCOL + " is spoken here");
        }
        headerAuthorization = headers.first(HeaderNames.AUTHORIZATION).orElse(null);
        headerClientId = headers.first(HttpEndpoint.CLIENT_ID).orElse(null);
        var answer = WritableHeaders.create();
        answer.set(SUB_PROTOCOL, PROTOCOL);
        return Optional.of(answer);
    }

    @Override
    public void onOpen(WsSession session) {
        writer = new Outbox(new SocketWire(session), this::end);
        Thread.ofVirtual().name("parley-socket-writer").start(writer::write);
        Thread.ofVirtual().name("parley-socket-watch").start(this::watch);
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        heardAt = clock.instant();
        if (closing.get()) {
            throw new CloseConnectionException("The socket was closed"); // ends the reading, too
        }
        partial.append(text);
        if (partial.length() > (caller == null ? MAX_CHARACTERS_OF_STRANGERS : MAX_MESSAGE_CHARACTERS)) {
            close(SocketClose.BAD_MESSAGE);
        } else if (last) {
            var message = partial.toString();
            partial.setLength(0);
            receive(message);
        }
    }

    @Override
    public void onMessage(WsSession session, BufferData buffer, boolean last) {
        close(SocketClose.BAD_MESSAGE);
    }

    @Override
    public void onPong(WsSession session, BufferData buffer) {
        heardAt = clock.instant();
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
        if (closing.compareAndSet(false, true)) {
            operations.endAll();
            partial.setLength(0);
            partial.trimToSize();
            if (writer != null) {
                writer.close(reason);
            }
        }
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
            message = Requests.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            close(SocketClose.BAD_MESSAGE);
            return;
        }
        switch (message.path("type").asText()) {
            case "connection_init" -> init(message.path("payload"));
            case "ping" -> ping(message.path("payload"));
            case "pong" -> LOG.trace("pong");
            case "subscribe" -> subscribe(message);
            case "complete" -> operations.end(message.path("id").asText());
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
            caller = callers.authenticate(
                    parameter(payload, "authorization", headerAuthorization),
                    parameter(payload, "x-client-id", headerClientId));
            send("connection_ack", null, null);
        } catch (ParleyException e) {
            LOG.debug("Socket refused: {}", e.code());
            close(SocketClose.of(e.code()));
        }
    }

    /**
     * A ping that brings an authorization is a fresh token for this socket; the pong says until when it counts, or what is
     * wrong with it. The socket then ends when the token before does.
     */
    private void ping(JsonNode payload) {
        var identified = caller;
        var authorization = parameter(payload, "authorization", null);
        if (identified == null || authorization == null) {
            send("pong", null, null);
            return;
        }
        var pong = JSON.createObjectNode();
        try {
            var renewed = callers.renewed(identified, authorization);
            if (!renewed.isInRoleOf(identified)) {
                close(SocketClose.ROLE_CHANGED); // what runs here began with other rights
                return;
            }
            caller = renewed;
            pong.put("expiresAt", renewed.expiresAt().toString());
        } catch (RuntimeException e) {
            var failure = Failures.translate(e);
            if (failure.code() == ErrorCode.FORBIDDEN) {
                close(SocketClose.FORBIDDEN);
                return;
            }
            LOG.debug("Fresh token refused: {}", failure.code());
            pong.putObject("error").put("code", failure.code().name()).put("message", failure.getMessage());
        }
        send("pong", null, pong.toString());
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
        if (id.isEmpty()) {
            close(SocketClose.BAD_MESSAGE);
            return;
        }
        if (operations.count() >= RunningOperations.MOST) {
            close(SocketClose.TOO_MANY_OPERATIONS);
            return;
        }
        try {
            var request = Requests.fromJson(message.path("payload"));
            if (!operations.begin(id, request, callers.current(identified))) {
                close(SocketClose.DUPLICATE_ID);
            }
        } catch (ParleyException e) {
            close(SocketClose.of(e.code()));
        }
    }

    private void send(String type, @Nullable String id, @Nullable String payload) {
        var message = new StringBuilder("{\"type\":\"").append(type).append('"');
        if (id != null) {
            message.append(",\"id\":").append(TextNode.valueOf(id));
        }
        if (payload != null) {
            message.append(",\"payload\":").append(payload);
        }
        if (writer != null && !closing.get()) {
            writer.send(message.append('}').toString());
        }
    }

    /** Sees to it that a socket ends when it should: never initialised, token expired, no member any more or in another role, peer gone. */
    private void watch() {
        try {
            var pingedAt = openedAt;
            while (!over.await(caller == null ? 1_000 : LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                var now = clock.instant();
                if (now.isAfter(heardAt.plus(SILENCE))) {
                    LOG.debug("The peer has not been heard of for {}", SILENCE);
                    close(SocketClose.SLOW_READER);
                } else {
                    reasonToClose(now).ifPresent(this::close);
                }
                if (now.isAfter(pingedAt.plus(PING_EVERY)) && writer != null) {
                    pingedAt = now;
                    writer.ping();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<SocketClose> reasonToClose(Instant now) {
        var identified = caller;
        if (identified == null) {
            return now.isAfter(openedAt.plus(INIT_TIMEOUT)) ? Optional.of(SocketClose.INIT_TIMEOUT) : Optional.empty();
        }
        return stay.end(identified);
    }

    private void outdated() {
        var identified = caller;
        if (identified != null) {
            close(stay.endOfOutdated(identified));
        }
    }

    private void end() {
        if (over.getCount() > 0) {
            over.countDown();
            closing.set(true);
            operations.endAll();
            if (writer != null) {
                writer.stop();
            }
            onEnd.accept(this);
        }
    }
}
