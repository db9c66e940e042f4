package dev.parley.benchmark;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.World;
import dev.parley.schema.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database with many clients, one lead each, and an owner who belongs to all of them; and nodes on it. */
final class Crowd implements AutoCloseable {

    private final Path jar;
    private final World world = Company.world();
    private final TestDatabase database;
    private final Sandbox sandbox;
    private final List<ServerUnderTest> nodes = new ArrayList<>();

    Crowd(Path jar) throws IOException, SQLException {
        this.jar = jar;
        database = TestDatabase.create();
        sandbox = Sandbox.builder(world).start();
    }

    void node() throws IOException, InterruptedException {
        var logs = Files.createTempDirectory("parley-benchmark");
        var node = ServerUnderTest.start(jar, Company.settings(database, world, sandbox), logs);
        nodes.add(node);
        node.awaitReady();
    }

    List<ServerUnderTest> nodes() {
        return nodes;
    }

    List<URI> urls() {
        return nodes.stream().map(ServerUnderTest::url).toList();
    }

    String token() {
        return sandbox.tokens().of(owner());
    }

    TestDatabase database() {
        return database;
    }

    /** New clients where nothing has happened yet. */
    List<Feed> clients(int count) throws SQLException {
        var feeds = new ArrayList<Feed>();
        try (var connection = database.connect();
                var insert = connection.prepareStatement(
                        "with c as (insert into clients (name) values ('Crowd') returning id),"
                                + " m as (insert into client_members (client_id, user_id, role) select id, ?, 'owner' from c)"
                                + " insert into leads (client_id, name, email, phone, company) select id, 'Ada Example',"
                                + " 'ada@example.com', '+14155552671', 'Example' from c returning client_id, id")) {
            for (int i = 0; i < count; i++) {
                insert.setObject(1, owner().id());
                try (var row = insert.executeQuery()) {
                    row.next();
                    feeds.add(new Feed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
        }
        return feeds;
    }

    private dev.parley.sandbox.world.User owner() {
        return world.member(world.clients().getFirst(), "owner");
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        for (var node : nodes) {
            node.close();
        }
        sandbox.close();
        database.close();
    }
}
