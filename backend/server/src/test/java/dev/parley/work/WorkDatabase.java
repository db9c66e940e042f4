package dev.parley.work;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseSettings;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Work;
import dev.parley.schema.TestDatabase;
import dev.parley.testing.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** A database with nothing but work in it, nodes that do it, and a table in which handlers leave their effects. */
final class WorkDatabase implements AutoCloseable {

    private final TestDatabase database;
    private final Connection owner;
    private final Persistence persistence;
    final WorkQueues queues = new WorkQueues(TestClock.shared());

    private WorkDatabase(TestDatabase database) throws SQLException {
        this.database = database;
        this.owner = database.connect();
        this.persistence = connect();
    }

    static WorkDatabase create() throws SQLException {
        var work = new WorkDatabase(TestDatabase.create());
        work.execute("create table effects (client_id uuid not null, item bigint not null, node text not null,"
                + " at timestamptz not null default clock_timestamp())");
        work.execute("grant insert on effects to parley_jobs");
        return work;
    }

    private Persistence connect() {
        return new Persistence(new DatabaseSettings(database.backend(), database.jobs(), 2, 6, Duration.ofSeconds(30)));
    }

    /** One that works on the handler's queue from now on. */
    Node node(String name, Function<String, QueueHandler> handler) {
        return new Node(name, connect(), handler.apply(name));
    }

    UUID client() {
        return UUID.fromString(one("insert into clients (id, name) values (gen_random_uuid(), 'Client') returning id"));
    }

    OptionalLong add(UUID clientId, Queue queue, NewItem item) {
        return persistence.inClient(
                Context.request(clientId, UUID.randomUUID(), "analyst"),
                Mode.WRITE,
                transaction -> queues.add(transaction, queue, item));
    }

    <T> T inClient(UUID clientId, Work<T> work) {
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, work);
    }

    static void effect(Transaction transaction, WorkItem item, String node) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("insert into effects (client_id, item, node) values (?, ?, ?)")) {
            statement.setObject(1, item.clientId());
            statement.setLong(2, item.id());
            statement.setString(3, node);
            statement.executeUpdate();
        }
    }

    WorkStore store(Queue queue) {
        return new WorkStore(persistence, TestClock.shared(), queue);
    }

    Persistence persistence() {
        return persistence;
    }

    /** Of work_items, in index and table. */
    int rowsReadToFindDueClients(Queue queue) throws SQLException {
        try (var superuser = database.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("select private.clients_with_due_work('" + queue.name() + "', now())");
            try (var row = statement.executeQuery(
                    "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'work_items'")) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    synchronized void execute(String sql) {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized String one(String sql) {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        persistence.close();
        owner.close();
        database.close();
    }

    /** A node of its own, with connections of its own. */
    final class Node implements AutoCloseable {

        private final Persistence connections;
        private final QueueWorker worker;
        private boolean isCutOff;

        private Node(String name, Persistence connections, QueueHandler handler) {
            this.connections = connections;
            this.worker =
                    new QueueWorker(new WorkStore(connections, TestClock.shared(), handler.queue()), handler, name);
            queues.onAdded(handler.queue().name(), worker::wake);
        }

        /** As if its machine had gone: whatever it is in the middle of. */
        void cutOff() {
            isCutOff = true;
            connections.close();
        }

        @Override
        public void close() {
            worker.close();
            if (!isCutOff) {
                connections.close();
            }
        }
    }
}
