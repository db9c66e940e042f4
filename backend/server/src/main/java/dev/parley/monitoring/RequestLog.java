package dev.parley.monitoring;

import dev.parley.jobs.BackgroundLoop;
import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes api_logs in batches, beside the requests: a request never waits for its log line, nor fails with it. */
@ApplicationScoped
public class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final int QUEUED = 10_000;
    private static final int BATCH = 500;
    /** What comes within it is written together: a transaction for each line would cost more than the request. */
    private static final Duration GATHERED = Duration.ofMillis(100);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(3);

    /**
     * One request, to us or from us.
     *
     * @param status the HTTP status; null when there was no answer
     * @param error our code or words, never the caller's content
     * @param millis how long it took
     * @param userId the person or program behind it; null before log-in and for our own calls
     * @param operation what was asked over GraphQL; null when it was something else, or could not be made out
     * @param usage what we were charged for; null when it was nothing
     */
    public record Entry(
            @Nullable UUID clientId,
            String service,
            String endpoint,
            String method,
            @Nullable Integer status,
            int millis,
            @Nullable String error,
            String requestId,
            @Nullable UUID userId,
            @Nullable Operation operation,
            @Nullable Usage usage) {

        public Entry(
                @Nullable UUID clientId,
                String service,
                String endpoint,
                String method,
                @Nullable Integer status,
                int millis,
                @Nullable String error,
                String requestId) {
            this(clientId, service, endpoint, method, status, millis, error, requestId, null, null);
        }

        public Entry(
                @Nullable UUID clientId,
                String service,
                String endpoint,
                String method,
                @Nullable Integer status,
                int millis,
                @Nullable String error,
                String requestId,
                @Nullable UUID userId,
                @Nullable Operation operation) {
            this(clientId, service, endpoint, method, status, millis, error, requestId, userId, operation, null);
        }
    }

    /** What a call to somebody who charges for it took, and its price in US dollars. */
    public record Usage(long tokens, BigDecimal cost) {}

    /**
     * A GraphQL operation.
     *
     * @param kind query, mutation or subscription
     * @param name the caller's name for it; null when it has none
     * @param deprecated coordinates of the deprecated fields and arguments it names
     */
    public record Operation(String kind, @Nullable String name, List<String> deprecated) {}

    private record Row(Entry entry, Instant at) {}

    private final Persistence persistence;
    private final Clock clock;
    private final BlockingQueue<Row> queue = new ArrayBlockingQueue<>(QUEUED);
    private final AtomicLong dropped = new AtomicLong();
    private final BackgroundLoop writer;

    @Inject
    public RequestLog(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.clock = clock;
        this.writer = BackgroundLoop.start("parley-request-log", GATHERED, this::write);
    }

    public void record(Entry entry) {
        if (!queue.offer(new Row(entry, clock.instant()))) {
            dropped.incrementAndGet();
        }
    }

    /** Writes what is queued before the database goes. */
    @PreDestroy
    void stop() {
        writer.close(STOPPED_WITHIN);
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("The last request log lines were lost", e);
        }
    }

    /** What cannot be written is lost and counted: the queue must not fill up with it. */
    private void write() {
        var batch = new ArrayList<Row>();
        while (queue.drainTo(batch, BATCH) > 0) {
            try {
                insert(batch);
            } catch (RuntimeException e) {
                dropped.addAndGet(batch.size());
                throw e;
            }
            batch.clear();
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warn("{} request log lines were lost", lost);
        }
    }

    private void insert(List<Row> rows) {
        persistence.inClient(Context.system(DatabaseRole.LOG), Mode.WRITE, transaction -> {
            insert(transaction.connection(), rows);
            return null;
        });
    }

    private static void insert(java.sql.Connection connection, List<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into api_logs (client_id, service_name, endpoint, method, status_code, response_time_ms,"
                        + " error_message, request_id, created_at, user_id, operation_kind, operation_name,"
                        + " deprecated_fields, tokens, cost_usd) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var row : rows) {
                var entry = row.entry();
                statement.setObject(1, entry.clientId());
                statement.setString(2, entry.service());
                statement.setString(3, entry.endpoint());
                statement.setString(4, entry.method());
                statement.setObject(5, entry.status(), Types.INTEGER);
                statement.setInt(6, entry.millis());
                statement.setString(7, entry.error());
                statement.setString(8, entry.requestId());
                statement.setObject(9, row.at().atOffset(ZoneOffset.UTC));
                statement.setObject(10, entry.userId());
                var operation = entry.operation();
                statement.setString(11, operation == null ? null : operation.kind());
                statement.setString(12, operation == null ? null : operation.name());
                statement.setArray(
                        13,
                        connection.createArrayOf(
                                "text",
                                operation == null
                                        ? new Object[0]
                                        : operation.deprecated().toArray()));
                var usage = entry.usage();
                statement.setObject(14, usage == null ? null : usage.tokens(), Types.BIGINT);
                statement.setBigDecimal(15, usage == null ? null : usage.cost());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
