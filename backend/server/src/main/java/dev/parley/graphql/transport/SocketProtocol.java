package dev.parley.graphql.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.Failures;
import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.GraphQlRequest;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.security.Caller;
import dev.parley.security.Callers;
import io.helidon.http.Headers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said on one socket: graphql-transport-ws
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md), as the one who is called.
 */
final class SocketProtocol {

    static final String NAME = "graphql-transport-ws";

    private static final Logger LOG = LoggerFactory.getLogger(SocketProtocol.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Callers callers;
    private final Stay stay;
    private final Consumer<String> say;
    private final Consumer<SocketClose> close;
    private final RunningOperations operations;

    private @Nullable String headerAuthorization;
    private @Nullable String headerClientId;
    private boolean initialised;
    private volatile @Nullable Caller caller;

    SocketProtocol(
            GraphQlEngine engine,
            OperationLog log,
            Callers callers,
            Stay stay,
            Consumer<String> say,
            Consumer<SocketClose> close) {
        this.callers = callers;
        this.stay = stay;
        this.say = say;
        this.close = close;
        this.operations = new RunningOperations(engine, log, UUID.randomUUID().toString(), this::say, this::outdated);
    }

    /**
     * What the upgrade's headers say of the caller counts where the first message says nothing.
     *
     * @throws ParleyException BAD_USER_INPUT when they contradict themselves
     */
    void upgraded(Headers headers) {
        headerAuthorization = HttpEndpoint.authorization(headers);
        headerClientId = HttpEndpoint.clientId(headers);
    }

    /** Nobody has said yet who calls. */
    boolean isStranger() {
        return caller == null;
    }

    boolean isOf(UUID userId) {
        var identified = caller;
        return identified != null && identified.userId().equals(userId);
    }

    /** Why a socket whose caller is known has to end; empty while it has not. */
    Optional<SocketClose> reasonToEnd() {
        var identified = caller;
        return identified == null ? Optional.empty() : stay.end(identified);
    }

    void endOperations() {
        operations.endAll();
    }

    void receive(String text) {
        JsonNode message;
        try {
            message = Requests.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            close.accept(SocketClose.BAD_MESSAGE);
            return;
        }
        switch (message.path("type").asText()) {
            case "connection_init" -> init(message.path("payload"));
            case "ping" -> ping(message.path("payload"));
            case "pong" -> LOG.trace("pong");
            case "subscribe" -> subscribe(message);
            case "complete" -> operations.end(message.path("id").asText());
            default -> close.accept(SocketClose.BAD_MESSAGE);
        }
    }

    private void init(JsonNode payload) {
        if (initialised) {
            close.accept(SocketClose.SECOND_INIT);
            return;
        }
        initialised = true;
        try {
            caller = callers.authenticate(
                    parameter(payload, "authorization", headerAuthorization),
                    parameter(payload, "x-client-id", headerClientId));
            say("connection_ack", null, null);
        } catch (ParleyException e) {
            LOG.debug("Socket refused: {}", e.code());
            close.accept(SocketClose.of(e.code()));
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
            say("pong", null, null);
            return;
        }
        var pong = JSON.createObjectNode();
        try {
            var renewed = callers.renewed(identified, authorization);
            if (!renewed.isInRoleOf(identified)) {
                close.accept(SocketClose.ROLE_CHANGED); // what runs here began with other rights
                return;
            }
            caller = renewed;
            pong.put("expiresAt", renewed.expiresAt().toString());
        } catch (RuntimeException e) {
            var failure = Failures.translate(e);
            if (failure.code() == ErrorCode.FORBIDDEN) {
                close.accept(SocketClose.FORBIDDEN);
                return;
            }
            LOG.debug("Fresh token refused: {}", failure.code());
            pong.putObject("error").put("code", failure.code().name()).put("message", failure.getMessage());
        }
        say("pong", null, pong.toString());
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
        var id = message.path("id").asText();
        if (identified == null) {
            close.accept(SocketClose.UNAUTHORIZED);
        } else if (id.isEmpty() || !message.path("payload").isObject()) {
            close.accept(SocketClose.BAD_MESSAGE);
        } else if (operations.count() >= RunningOperations.MOST) {
            close.accept(SocketClose.TOO_MANY_OPERATIONS);
        } else {
            begin(id, message.path("payload"), identified);
        }
    }

    private void begin(String id, JsonNode payload, Caller identified) {
        try {
            var current = callers.current(identified);
            if (!begun(id, payload, current)) {
                close.accept(SocketClose.DUPLICATE_ID);
            }
        } catch (ParleyException e) {
            close.accept(SocketClose.of(e.code()));
        }
    }

    /** What is wrong with an operation ends that operation, not the socket. */
    private boolean begun(String id, JsonNode payload, Caller current) {
        GraphQlRequest request;
        try {
            request = Requests.fromJson(payload);
        } catch (ParleyException e) {
            return operations.refuse(id, current, e);
        }
        return operations.begin(id, request, current);
    }

    private void outdated() {
        var identified = caller;
        if (identified != null) {
            close.accept(stay.endOfOutdated(identified));
        }
    }

    private void say(String type, @Nullable String id, @Nullable String payload) {
        var message = new StringBuilder("{\"type\":\"").append(type).append('"');
        if (id != null) {
            message.append(",\"id\":").append(TextNode.valueOf(id));
        }
        if (payload != null) {
            message.append(",\"payload\":").append(payload);
        }
        say.accept(message.append('}').toString());
    }
}
