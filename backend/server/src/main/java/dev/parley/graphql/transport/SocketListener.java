package dev.parley.graphql.transport;

import dev.parley.ParleyException;
import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.jobs.BackgroundLoop;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket, from its upgrade to its end. Once it was told to close, nothing it sends counts any more. */
final class SocketListener implements WsListener {

    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
    private static final HeaderName SUB_PROTOCOL = HeaderNames.create("Sec-WebSocket-Protocol");
    /** Of Apollo's subscriptions-transport-ws; the library of that name speaks ours. */
    private static final String OLDER_PROTOCOL = "graphql-ws";

    private static final Duration INIT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final Duration LOOK_AT_STRANGERS_EVERY = Duration.ofSeconds(1);
    private static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(70);
    private static final int MAX_MESSAGE_CHARACTERS = 1 << 20;
    private static final int MAX_CHARACTERS_OF_STRANGERS = 16 << 10;

    private final Clock clock;
    private final Origins origins;
    private final Consumer<SocketListener> onEnd;
    private final SocketProtocol protocol;
    private final StringBuilder partial = new StringBuilder();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Instant openedAt;

    private @Nullable Outbox writer;
    private @Nullable BackgroundLoop watch;
    private Instant pingedAt;
    private volatile Instant heardAt;

    SocketListener(
            GraphQlEngine engine,
            OperationLog log,
            Callers callers,
            Clock clock,
            Origins origins,
            Consumer<SocketListener> onEnd) {
        this.clock = clock;
        this.origins = origins;
        this.onEnd = onEnd;
        this.protocol = new SocketProtocol(engine, log, callers, new Stay(callers, clock), this::say, this::close);
        this.openedAt = clock.instant();
        this.heardAt = openedAt;
        this.pingedAt = openedAt;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        if (!origins.permit(headers)) {
            throw refused(DirectHandler.EventType.FORBIDDEN, "Pages of this origin may not call here");
        }
        var offered = headers.values(SUB_PROTOCOL).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .toList();
        if (!offered.contains(SocketProtocol.NAME)) {
            // Another refusal would hand the handshake on to HTTP, which would ask it for a token.
            throw refused(
                    DirectHandler.EventType.BAD_REQUEST,
                    "Only the sub-protocol " + SocketProtocol.NAME + " is spoken here"
                            + (offered.contains(OLDER_PROTOCOL) ? ", not " + OLDER_PROTOCOL : ""));
        }
        try {
            protocol.upgraded(headers);
        } catch (ParleyException e) {
            throw refused(DirectHandler.EventType.BAD_REQUEST, e.getMessage());
        }
        var answer = WritableHeaders.create();
        answer.set(SUB_PROTOCOL, SocketProtocol.NAME);
        return Optional.of(answer);
    }

    private RequestException refused(DirectHandler.EventType why, String message) {
        end();
        return RequestException.builder().type(why).message(message).build();
    }

    @Override
    public void onOpen(WsSession session) {
        watch = BackgroundLoop.startLater("parley-socket-watch", this::untilNextLook, this::look);
        writer = new Outbox(new SocketWire(session), this::end); // its end stops the watch
        Thread.ofVirtual().name("parley-socket-writer").start(writer::write);
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        heardAt = clock.instant();
        if (closing.get()) {
            throw new CloseConnectionException("The socket was closed"); // ends the reading, too
        }
        partial.append(text);
        if (partial.length() > (protocol.isStranger() ? MAX_CHARACTERS_OF_STRANGERS : MAX_MESSAGE_CHARACTERS)) {
            close(SocketClose.BAD_MESSAGE);
        } else if (last) {
            var message = partial.toString();
            partial.setLength(0);
            protocol.receive(message);
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

    boolean isOf(UUID userId) {
        return protocol.isOf(userId);
    }

    void close(SocketClose reason) {
        if (closing.compareAndSet(false, true)) {
            protocol.endOperations();
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

    private void say(String message) {
        if (writer != null && !closing.get()) {
            writer.send(message);
        }
    }

    /** Sees to it that a socket ends when it should: never initialised, token expired, no member any more or in another role, peer gone. */
    private void look() {
        var now = clock.instant();
        reasonToClose(now).ifPresent(this::close);
        if (now.isAfter(pingedAt.plus(PING_EVERY)) && writer != null) {
            pingedAt = now;
            writer.ping();
        }
    }

    private Duration untilNextLook() {
        return protocol.isStranger() ? LOOK_AT_STRANGERS_EVERY : LOOK_EVERY;
    }

    private Optional<SocketClose> reasonToClose(Instant now) {
        if (now.isAfter(heardAt.plus(SILENCE))) {
            LOG.debug("The peer has not been heard of for {}", SILENCE);
            return Optional.of(SocketClose.SLOW_READER);
        }
        if (protocol.isStranger()) {
            return now.isAfter(openedAt.plus(INIT_TIMEOUT)) ? Optional.of(SocketClose.INIT_TIMEOUT) : Optional.empty();
        }
        return protocol.reasonToEnd();
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            closing.set(true);
            if (watch != null) {
                watch.stop();
            }
            protocol.endOperations();
            if (writer != null) {
                writer.stop();
            }
            onEnd.accept(this);
        }
    }
}
