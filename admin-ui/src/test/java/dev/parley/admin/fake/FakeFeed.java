package dev.parley.admin.fake;

import dev.parley.admin.graphql.Json;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The subscriptions: a log of events per field, replayed behind {@code after}. */
public final class FakeFeed {

    private static final Pattern FIELD = Pattern.compile("(\\w+)\\(after:");

    private record Entry(String field, int id, String json) {}

    /** A subscription as it was asked for. */
    public record Subscribed(String field, @Nullable String after) {}

    public final List<Subscribed> subscribed = new CopyOnWriteArrayList<>();
    /** The fields of subscriptions that the panel has ended. */
    public final List<String> unsubscribed = new CopyOnWriteArrayList<>();

    public final List<Map<String, String>> greeted = new CopyOnWriteArrayList<>();
    /** What open sockets were renewed with. */
    public final List<String> renewed = new CopyOnWriteArrayList<>();
    /** Close code for whoever greets with a token that is not this one; null lets everybody in. */
    public volatile @Nullable String onlyToken;

    public volatile boolean forbidden;
    public volatile boolean refusePositions;
    /** By field: the code that a subscription to it is refused with. */
    public final Map<String, String> refused = new java.util.concurrent.ConcurrentHashMap<>();

    private final List<Entry> log = new ArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param node the rest of the event, JSON members */
    public synchronized void emit(String field, int id, String node) {
        var entry = new Entry(field, id, "{\"id\":\"%d\",%s}".formatted(id, node));
        log.add(entry);
        open.forEach(socket -> socket.deliver(entry));
    }

    /** Writes an event that no open socket gets: as when it broke in that moment. */
    public synchronized void emitUnheard(String field, int id, String node) {
        log.add(new Entry(field, id, "{\"id\":\"%d\",%s}".formatted(id, node)));
    }

    public void closeAll(int code) {
        for (var socket : open) {
            try {
                socket.session().close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends the subscriptions to a field, as a server does that has nothing more to say there. */
    public void complete(String field) {
        open.forEach(socket -> socket.complete(field));
    }

    public int connections() {
        return open.size();
    }

    /** One connection. */
    public final class Socket extends Endpoint {

        /** By the name that the panel gave the subscription. */
        private final Map<String, String> fields = new java.util.concurrent.ConcurrentHashMap<>();

        private @Nullable Session session;

        Session session() {
            return java.util.Objects.requireNonNull(session);
        }

        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            session = opened;
            opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::receive);
        }

        @Override
        public void onClose(Session closed, CloseReason reason) {
            open.remove(this);
        }

        private void receive(String text) {
            var message = Json.MAPPER.readTree(text);
            switch (message.path("type").asString()) {
                case "connection_init" -> greet(message.path("payload"));
                case "complete" ->
                    unsubscribed.add(fields.remove(message.path("id").asString()));
                case "subscribe" -> subscribe(message.path("id").asString(), message.path("payload"));
                case "ping" -> {
                    if (message.has("payload")) {
                        renewed.add(
                                message.path("payload").path("authorization").asString());
                    }
                    send("{\"type\":\"pong\"}");
                }
                default -> throw new IllegalStateException(text);
            }
        }

        private void greet(JsonNode payload) {
            var token = payload.path("authorization").asString();
            greeted.add(
                    Map.of("token", token, "client", payload.path("x-client-id").asString()));
            if (forbidden) {
                close(4403);
            } else if (onlyToken != null && !token.equals("Bearer " + onlyToken)) {
                close(4401);
            } else {
                open.add(this);
                send("{\"type\":\"connection_ack\"}");
            }
        }

        private void subscribe(String id, JsonNode payload) {
            var query = FIELD.matcher(payload.path("query").asString());
            if (!query.find()) {
                throw new IllegalStateException("No subscription");
            }
            var field = query.group(1);
            var after = payload.path("variables").path("after").asString(null);
            var refusal = after != null && refusePositions ? "BAD_USER_INPUT" : refused.get(field);
            if (refusal != null) {
                subscribed.add(new Subscribed(field, after));
                send(
                        "{\"id\":\"%s\",\"type\":\"error\",\"payload\":[{\"message\":\"no\",\"extensions\":{\"code\":\"%s\"}}]}"
                                .formatted(id, refusal));
                return;
            }
            synchronized (FakeFeed.this) { // whoever sees it in the list may emit what it shall get
                fields.put(id, field);
                subscribed.add(new Subscribed(field, after));
                if (after != null) {
                    log.stream()
                            .filter(entry -> entry.field().equals(field) && entry.id() > Integer.parseInt(after))
                            .forEach(entry -> deliver(id, entry));
                }
            }
        }

        void deliver(Entry entry) {
            fields.forEach((id, field) -> {
                if (field.equals(entry.field())) {
                    deliver(id, entry);
                }
            });
        }

        private void deliver(String id, Entry entry) {
            send("{\"id\":\"%s\",\"type\":\"next\",\"payload\":{\"data\":{\"%s\":%s}}}"
                    .formatted(id, entry.field(), entry.json()));
        }

        private void complete(String field) {
            fields.forEach((id, subscribed) -> {
                if (subscribed.equals(field)) {
                    fields.remove(id);
                    send("{\"id\":\"%s\",\"type\":\"complete\"}".formatted(id));
                }
            });
        }

        private synchronized void send(String text) {
            try {
                session().getBasicRemote().sendText(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void close(int code) {
            try {
                session().close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
