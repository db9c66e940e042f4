package dev.parley.benchmark;

import dev.parley.schema.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Changes leads at a steady rate as another node would: row and event in one transaction, and after commits one NOTIFY for
 * all of 20 ms.
 */
final class Writing implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int COALESCE_MILLIS = 20;

    private final TestDatabase database;
    private final List<Feed> feeds;
    private final double perSecond;
    private final Semaphore changed = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;
    private volatile boolean over;
    private volatile Throwable failure;

    Writing(TestDatabase database, List<Feed> feeds, double perSecond) {
        this.database = database;
        this.feeds = feeds;
        this.perSecond = perSecond;
        int writers = Math.min(WRITERS, feeds.size());
        for (int i = 0; i < writers; i++) {
            int first = i;
            threads.add(Thread.ofPlatform().start(() -> guarded(() -> write(first, writers))));
        }
        threads.add(Thread.ofPlatform().start(() -> guarded(this::notifyNodes)));
    }

    private interface Task {
        void run() throws SQLException, InterruptedException;
    }

    private void guarded(Task task) {
        try {
            task.run();
        } catch (SQLException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void write(int first, int step) throws SQLException, InterruptedException {
        try (var connection = database.connect(database.jobs())) {
            connection.setAutoCommit(false);
            long interval = (long) (1e9 * step / perSecond);
            long due = System.nanoTime() + first * interval / step;
            for (int feed = first; running; feed = feed + step < feeds.size() ? feed + step : first) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                change(connection, feeds.get(feed));
                changed.release();
                due += interval;
            }
        }
    }

    private static void change(Connection connection, Feed feed) throws SQLException {
        try (var statement = connection.prepareStatement(
                "with c as materialized (select set_config('parley.client_id', ?, true), set_config('role', 'parley_jobs', true))"
                        + " select * from c")) {
            statement.setString(1, feed.clientId().toString());
            statement.execute();
        }
        try (var update = connection.prepareStatement(
                "update leads set version = version + 1, updated_at = now() where client_id = ? and id = ?")) {
            update.setObject(1, feed.clientId());
            update.setObject(2, feed.leadId());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("The lead is not there");
            }
        }
        try (var append =
                connection.prepareStatement("select private.append_event('lead', 'updated', ?, array['notes'])")) {
            append.setObject(1, feed.leadId());
            try (var row = append.executeQuery()) {
                row.next();
                feed.commits(row.getInt(1));
            }
        }
        connection.commit();
    }

    private void notifyNodes() throws SQLException, InterruptedException {
        try (var connection = database.connect(database.jobs());
                var statement = connection.createStatement()) {
            while (!over) {
                if (changed.tryAcquire(COALESCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                    statement.execute("notify parley_events");
                    TimeUnit.MILLISECONDS.sleep(COALESCE_MILLIS);
                }
            }
            statement.execute("notify parley_events"); // of the last ones, or nodes look by themselves a second later
        }
    }

    /** When it returns, everything is committed. */
    @Override
    public void close() throws InterruptedException {
        running = false;
        for (var writer : threads.subList(0, threads.size() - 1)) {
            writer.join();
        }
        over = true;
        threads.getLast().join();
        if (failure != null) {
            throw new IllegalStateException("Writing failed", failure);
        }
    }
}
