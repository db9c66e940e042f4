package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.events.Change;
import dev.parley.events.EventEntity;
import dev.parley.events.EventFeed;
import dev.parley.events.EventLog;
import dev.parley.events.EventRetention;
import dev.parley.events.graphql.EntityStream;
import dev.parley.events.graphql.EventCondition;
import dev.parley.events.graphql.EventStreams;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import dev.parley.security.Callers;
import dev.parley.security.Role;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import dev.parley.testing.TestClock;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.websocket.WsRouting;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What it takes to add a stream of a new entity: one declaration and one row. */
class DeclaredStreamIT {

    private static final EventEntity ENTITY = new EventEntity("invoice");

    /** The declaration. */
    private static final EntityStream<InvoiceType> STREAM = EntityStream.of(ENTITY, "Invoice", DeclaredStreamIT::find)
            .role(Role.ANALYST)
            .filter(EventCondition.exactly("title", "The invoice has exactly this title.", InvoiceType::title));

    /** The migration. */
    private static final String ROW = "insert into private.event_entities (name) values ('invoice')";

    private static final String SUBSCRIPTION =
            """
            subscription($after: ID, $filter: InvoiceEventFilterInput) {
              invoiceEvents(after: $after, filter: $filter) { id type invoice { id title } changedFields } }""";

    private static Parley parley;
    private static WebServer server;

    private final OwnClient client = new OwnClient(parley);

    public record InvoiceType(String id, String title) {}

    /** For the test, an invoice is an agent's row. */
    private static Optional<InvoiceType> find(Transaction transaction, UUID id) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("select name from agents where client_id = private.client_id() and id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(new InvoiceType(id.toString(), row.getString(1))) : Optional.empty();
            }
        }
    }

    @BeforeAll
    static void serveTheFeaturesAndOneMore() {
        parley = Parley.shared();
        parley.execute(ROW + " on conflict do nothing");
        var invoice = new SchemaPart() {
            @Override
            public String sdl() {
                return "type Invoice { id: ID! title: String! }";
            }

            @Override
            public Map<String, Class<?>> types() {
                return Map.of("Invoice", InvoiceType.class);
            }
        };
        var all = Stream.concat(
                        CDI.current().select(SchemaPart.class).stream(),
                        Stream.of(invoice, new EventStreams(List.of(STREAM), bean(EventFeed.class))))
                .toList();
        var engine =
                new GraphQlEngine(bean(Persistence.class), all, CDI.current().getBeanManager(), TestClock.shared());
        var sockets = new SocketEndpoint(engine, bean(OperationLog.class), bean(Callers.class), TestClock.shared());
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .addRouting(WsRouting.builder().endpoint("/graphql", sockets::open))
                .build()
                .start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void pastAndComingEventsAreSent() {
        var first = invoice("First", Change.Type.CREATED);
        try (var socket = subscribe(Map.of("after", "0"))) {
            assertThat(shown(socket)).isEqualTo("1 CREATED " + first + " First []");
            var second = invoice("Second", Change.Type.UPDATED);
            assertThat(shown(socket)).isEqualTo("2 UPDATED " + second + " Second [\"title\"]");
        }
        try (var resumed = subscribe(Map.of("after", "1"))) {
            assertThat(shown(resumed)).startsWith("2 UPDATED");
        }
    }

    @Test
    void theFilterIsAsked() {
        invoice("Other", Change.Type.CREATED);
        invoice("Wanted", Change.Type.CREATED);
        try (var socket = subscribe(
                Map.of("after", "0", "filter", Map.of("title", "Wanted", "type", List.of("CREATED", "UPDATED"))))) {
            assertThat(shown(socket)).contains("Wanted");
        }
    }

    @Test
    void whoComesTooLateIsToldOfTheGap() {
        invoice("Old", Change.Type.CREATED);
        parley.sql(
                "update events set occurred_at = now() - interval '31 days' where client_id = ? returning id",
                client.id());
        bean(EventRetention.class).forgetOld();
        try (var socket = subscribe(Map.of("after", "0", "filter", Map.of("title", "Wanted")))) {
            assertThat(shown(socket)).isEqualTo("1 GAP   []");
        }
    }

    @Test
    void whoHasNotTheRoleIsRefused() {
        try (var socket = subscribe("viewer", Map.of())) {
            assertThat(socket.next().path("payload").toString()).contains("FORBIDDEN");
        }
    }

    private Socket subscribe(Map<String, Object> variables) {
        return subscribe("analyst", variables);
    }

    private Socket subscribe(String role, Map<String, Object> variables) {
        var socket = Socket.open(URI.create("ws://127.0.0.1:" + server.port() + "/graphql"), client.token(role), null);
        socket.subscribe("1", SUBSCRIPTION, variables);
        return socket;
    }

    private static String shown(Socket socket) {
        JsonNode event = socket.nextData().path("invoiceEvents");
        return String.join(
                " ",
                event.path("id").asText(),
                event.path("type").asText(),
                event.at("/invoice/id").asText(),
                event.at("/invoice/title").asText(),
                event.path("changedFields").toString());
    }

    /** Writes one, and its event. */
    private String invoice(String title, Change.Type type) {
        var id = client.agent(title);
        var changed = type == Change.Type.CREATED ? List.<String>of() : List.of("title");
        bean(Persistence.class).inClient(Context.jobs(client.id()), Mode.WRITE, transaction -> {
            bean(EventLog.class).append(transaction, new Change(ENTITY, type, UUID.fromString(id), changed));
            return null;
        });
        return id;
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
