package dev.parley.events;

import dev.parley.persistence.Persistence;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells feeds, here and on other nodes, that there is news. One coalesced NOTIFY from a connection of its own, never inside
 * a business transaction: NOTIFY takes an instance-wide lock at commit. A lost message only delays, since feeds also look
 * by themselves.
 */
@ApplicationScoped
public class Wakeup {

    private static final Logger LOG = LoggerFactory.getLogger(Wakeup.class);
    private static final String CHANNEL = "parley_events";
    private static final int COALESCE_MILLIS = 20;
    private static final int LISTEN_MILLIS = 500;
    private static final int RECONNECT_MILLIS = 1_000;

    private final Persistence persistence;
    private final Semaphore toNotify = new Semaphore(0);
    private final Semaphore toRead = new Semaphore(0);
    private volatile boolean running = true;
    private boolean started;

    @Inject
    public Wakeup(Persistence persistence) {
        this.persistence = persistence;
    }

    /** Called after a commit that appended to the feed. */
    public void changed() {
        start();
        toRead.release();
        toNotify.release();
    }

    /** Waits for news, at most that long. */
    void await(long millis) throws InterruptedException {
        start();
        if (toRead.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            toRead.drainPermits();
        }
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            Thread.ofVirtual().name("parley-notify").start(this::notifyOthers);
            Thread.ofPlatform().daemon().name("parley-listen").start(this::listen);
        }
    }

    @PreDestroy
    void stop() {
        running = false;
    }

    private void notifyOthers() {
        while (running) {
            try {
                toNotify.acquire();
                TimeUnit.MILLISECONDS.sleep(COALESCE_MILLIS);
                toNotify.drainPermits();
                try (var connection = persistence.jobsDataSource().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("notify " + CHANNEL);
                    connection.commit();
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                LOG.warn("Other nodes could not be notified; they will look by themselves: {}", e.getSQLState());
            }
        }
    }

    private void listen() {
        while (running) {
            try (var connection = persistence.jobsDataSource().getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("listen " + CHANNEL);
                toRead.release(); // whatever was said while nobody listened
                var postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    var messages = postgres.getNotifications(LISTEN_MILLIS);
                    if (messages != null && messages.length > 0) {
                        toRead.release();
                    }
                }
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Listening for events was interrupted, trying again: {}", e.getSQLState());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
