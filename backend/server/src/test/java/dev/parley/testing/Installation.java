package dev.parley.testing;

import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.User;
import dev.parley.sandbox.world.World;
import dev.parley.schema.DatabaseUrl;
import dev.parley.schema.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An installation of a test's own, for what cannot be tried in the shared one: a database, an outside world with the demo's
 * two companies, and servers in processes of their own.
 */
public final class Installation implements AutoCloseable {

    private final TestDatabase database;
    private final World world;
    private final Sandbox sandbox;
    private final Map<String, String> settings;

    private Installation(boolean pooled) throws IOException, SQLException {
        database = TestDatabase.create();
        world = TestWorld.create();
        sandbox = Sandbox.start(world, 0, null, Clock.systemUTC());
        settings = pooled ? Parley.settings(database, world, sandbox) : Parley.directSettings(database, world, sandbox);
    }

    public static Installation create() throws IOException, SQLException {
        return new Installation(true);
    }

    /** For tests of starts, and for those that throw the server's connections out. */
    public static Installation withoutPooler() throws IOException, SQLException {
        return new Installation(false);
    }

    /** Changes a setting of the servers that are started from now on. */
    public Installation set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** A copy, to be changed. */
    public Map<String, String> settings() {
        return new HashMap<>(settings);
    }

    /** A server that is ready. */
    public ServerProcess start() throws IOException {
        return ServerProcess.start(settings).awaitReady();
    }

    /** The same, with some settings changed. */
    public ServerProcess start(Map<String, String> changes) throws IOException {
        var changed = settings();
        changed.putAll(changes);
        return ServerProcess.start(changed).awaitReady();
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

    /** The company whose calls are in English. */
    public Client english() {
        return world.clientSpeaking("en");
    }

    public Client russian() {
        return world.clientSpeaking("ru");
    }

    /** Of somebody who has the role in this client and works nowhere else. */
    public User member(Client client, String role) {
        return TestWorld.member(world, client, role);
    }

    public String token(Client client, String role) {
        return sandbox.tokens().of(member(client, role));
    }

    public Api api(ServerProcess server, Client client, String role) {
        return new Api(server.url().resolve("/graphql"), token(client, role), null);
    }

    /** Acknowledged. */
    public Socket socket(ServerProcess server, Client client, String role) {
        return Socket.open(
                URI.create("ws://127.0.0.1:" + server.url().getPort() + "/graphql"), token(client, role), null);
    }

    /** Posts a conversation as ElevenLabs would. */
    public Api.Answer post(ServerProcess server, Client client, Call call) {
        var now = Instant.now();
        var body = Parley.envelope("post_call_transcription", call.json(), now);
        var nobody = new Api(server.url(), null, null);
        return nobody.send(nobody.request(server.url().resolve("/webhooks/elevenlabs/" + client.id()))
                .header("Content-Type", "application/json")
                .header("ElevenLabs-Signature", WebhookSignature.sign(body, client.webhookSecret(), now))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** The first value of a query's first row, as the database's owner sees it. */
    public String one(String query) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A statement that answers nothing, as the database's owner. */
    public void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection of the owner that has executed the statement and holds what it has locked. */
    public Connection holding(String statement) throws SQLException {
        var connection = database.connect();
        connection.setAutoCommit(false);
        try (var first = connection.createStatement()) {
            first.execute(statement);
        }
        return connection;
    }

    /** As a restart of PostgreSQL does: everybody is thrown out and, while not allowed, nobody gets in. */
    public void allowConnections(boolean allowed) throws SQLException {
        var cluster = DatabaseUrl.parse(System.getenv("PARLEY_TEST_DATABASE_URL"));
        try (var connection = DriverManager.getConnection(cluster.jdbc(), cluster.user(), cluster.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database " + database.name() + " allow_connections " + allowed);
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name() + "'");
        }
    }

    @Override
    public void close() throws SQLException {
        sandbox.close();
        database.close();
    }
}
