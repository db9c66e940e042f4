package dev.parley.events;

import dev.parley.jobs.BackgroundLoop;
import dev.parley.persistence.Persistence;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Tells feeds, here and on other nodes, that there is news. One coalesced NOTIFY from a connection of its own, never inside
 * a business transaction: NOTIFY takes an instance-wide lock at commit. A lost message only delays, since feeds also look
 * by themselves.
 */
@ApplicationScoped
public class Wakeup {

    private static final String CHANNEL = "parley_events";
    private static final int COALESCE_MILLIS = 20;
    private static final int LISTEN_MILLIS = 500;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Persistence persistence;
    private final AtomicBoolean toNotify = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable BackgroundLoop notifying;
    private @Nullable BackgroundLoop listening;
    private volatile boolean stopping;

    @Inject
    public Wakeup(Persistence persistence) {
        this.persistence = persistence;
    }

    /** Called after a commit that appended to the feed. */
    public void changed() {
        toNotify.set(true);
        start().wake();
        tellListeners();
    }

    /** Calls back when there may be news, from here or from other nodes; must not wait. */
    void onNews(Runnable listener) {
        listeners.add(listener);
        start();
    }

    private synchronized BackgroundLoop start() {
        if (notifying == null) {
            notifying = BackgroundLoop.start("parley-notify", LOOK_EVERY, this::notifyOthers);
            listening = BackgroundLoop.start("parley-listen", LOOK_EVERY, this::listen);
        }
        return notifying;
    }

    @PreDestroy
    synchronized void stop() {
        stopping = true;
        if (notifying != null) {
            notifying.stop();
            listening.stop();
        }
    }

    /** When it fails, other nodes look by themselves. */
    private void notifyOthers() throws SQLException, InterruptedException {
        if (!toNotify.get()) {
            return;
        }
        TimeUnit.MILLISECONDS.sleep(COALESCE_MILLIS);
        toNotify.set(false);
        try (var connection = persistence.jobsDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
            connection.commit();
        }
    }

    /** One pass is as long as its connection lives. */
    private void listen() throws SQLException {
        try (var connection = persistence.jobsDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("listen " + CHANNEL);
            tellListeners(); // of whatever was said while nobody listened
            var postgres = connection.unwrap(PGConnection.class);
            while (!stopping) {
                var messages = postgres.getNotifications(LISTEN_MILLIS);
                if (messages != null && messages.length > 0) {
                    tellListeners();
                }
            }
        }
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }
}
