package dev.parley.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.Main;
import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.User;
import dev.parley.sandbox.world.World;
import dev.parley.schema.DatabaseUrl;
import dev.parley.schema.TestDatabase;
import io.helidon.microprofile.server.ServerCdiExtension;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The product, running: a migrated database, the sandbox, and the server in this JVM as its own Main starts it. One for the
 * whole module; tests keep apart by making clients of their own ({@link OwnClient}). The server's requests go through a
 * transaction-mode pooler, the stricter way; with {@code -Dparley.test.direct=true} they do not.
 */
public final class Parley {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static @Nullable Parley shared;
    private static @Nullable PgBouncer pooler;

    private final TestDatabase database;
    private final World world;
    private final Sandbox sandbox;
    private final URI url;

    private Parley(TestDatabase database, World world, Sandbox sandbox, URI url) {
        this.database = database;
        this.world = world;
        this.sandbox = sandbox;
        this.url = url;
    }

    public static synchronized Parley shared() {
        if (shared == null) {
            try {
                shared = start();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("Parley did not start", e);
            }
        }
        return shared;
    }

    private static Parley start() throws IOException, SQLException {
        var database = TestDatabase.create();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(database)));
        var world = TestWorld.create();
        var sandbox = Sandbox.start(world, 0, null, TestClock.shared());
        var settings = settings(database, world, sandbox);
        settings.forEach(System::setProperty);
        System.setProperty("PARLEY_PORT", "0");
        Main.main(new String[0]);
        int port = CDI.current()
                .getBeanManager()
                .getExtension(ServerCdiExtension.class)
                .port();
        var url = URI.create("http://127.0.0.1:" + port);
        sandbox.webhooks(url.resolve("/webhooks/elevenlabs"));
        return new Parley(database, world, sandbox, url);
    }

    /** The server's settings for a database and a sandbox, without a port; changeable. */
    public static Map<String, String> settings(TestDatabase database, World world, Sandbox sandbox) throws IOException {
        var settings = directSettings(database, world, sandbox);
        settings.put("DATABASE_URL", url(requests(database.backend())));
        return settings;
    }

    /** The same, without a pooler: for tests of starts, and for those that throw the server's connections out. */
    public static Map<String, String> directSettings(TestDatabase database, World world, Sandbox sandbox)
            throws IOException {
        var home = Files.createTempDirectory("parley-world");
        world.write(home.resolve("world.json"));
        dev.parley.sandbox.Main.main(new String[] {"init", "--home", home.toString()});
        var settings = new HashMap<>(Map.of(
                "ELEVENLABS_BASE_URL", sandbox.url().toString(),
                // Only when a test asks for it, and once at the start.
                "PARLEY_SYNC_INTERVAL", "PT6H",
                "DATABASE_URL", url(database.backend()),
                "JOBS_DATABASE_URL", url(database.jobs()),
                "PARLEY_MASTER_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "PARLEY_CLIENTS_FILE", home.resolve("clients.json").toString(),
                "SUPABASE_URL", sandbox.url().toString(),
                "SUPABASE_ANON_KEY", world.keys().publishable(),
                "SUPABASE_SERVICE_ROLE_KEY", world.keys().secret()));
        settings.put("OPENAI_BASE_URL", sandbox.openAiUrl().toString());
        settings.put("PARLEY_CORS_ORIGINS", "https://dashboard.example, http://localhost:5173");
        return settings;
    }

    /** As the server takes it. */
    public static String url(DatabaseUrl url) {
        var separator = url.jdbc().contains("?") ? "&" : "?";
        return url.jdbc() + separator + "user=" + url.user() + "&password=" + url.password();
    }

    private static synchronized DatabaseUrl requests(DatabaseUrl direct) throws IOException {
        if (Boolean.getBoolean("parley.test.direct")) {
            return direct;
        }
        if (pooler == null) {
            pooler = PgBouncer.start(direct);
            Runtime.getRuntime().addShutdownHook(new Thread(pooler::close));
        }
        return pooler.through(direct);
    }

    private static void drop(TestDatabase database) {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestDatabase database() {
        return database;
    }

    public World world() {
        return world;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public URI url() {
        return url;
    }

    public URI graphql() {
        return url.resolve("/graphql");
    }

    public URI graphqlSocket() {
        return URI.create("ws://127.0.0.1:" + url.getPort() + "/graphql");
    }

    public User member(Client client, String role) {
        return TestWorld.member(world, client, role);
    }

    public String token(User user) {
        return sandbox.tokens().of(user);
    }

    public Api as(Client client, String role) {
        return as(member(client, role));
    }

    public Api as(User user) {
        return new Api(graphql(), token(user), null);
    }

    public Api withToken(@Nullable String token) {
        return new Api(graphql(), token, null);
    }

    /** Posts a conversation as ElevenLabs would; it must be taken. */
    public void tell(Client client, Call call) {
        tell(client, call, TestClock.shared().instant());
    }

    public void tell(Client client, Call call, Instant at) {
        var answer =
                post(client.id(), envelope("post_call_transcription", call.json(), at), client.webhookSecret(), at);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }

    public Api.Answer post(UUID clientId, byte[] body, String secret, Instant signedAt) {
        return postSigned(clientId.toString(), body, WebhookSignature.sign(body, secret, signedAt));
    }

    public Api.Answer postSigned(String clientId, byte[] body, @Nullable String signature) {
        return post(url, clientId, body, signature);
    }

    private Api.Answer post(URI server, String clientId, byte[] body, @Nullable String signature) {
        var nobody = withToken(null);
        var request = nobody.request(server.resolve("/webhooks/elevenlabs/" + clientId))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("ElevenLabs-Signature", signature);
        }
        return nobody.send(request);
    }

    public static byte[] envelope(String type, ObjectNode data, Instant at) {
        var envelope = JSON.createObjectNode().put("type", type).put("event_timestamp", at.getEpochSecond());
        envelope.set("data", data);
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One value from the database, as its owner sees it. */
    public @Nullable String sql(String query, Object... values) {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** A statement that answers nothing, as the database's owner. */
    public void execute(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The id of the lead that came of a conversation, or null. */
    public @Nullable String leadOf(String elevenlabsConversationId) {
        return sql(
                "select l.id from leads l join conversations c on c.client_id = l.client_id and c.id = l.source_conversation_id"
                        + " where c.elevenlabs_conversation_id = ?",
                elevenlabsConversationId);
    }
}
