package dev.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.TestClock;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A feature that reads the feed from a stored position deals with each event once, whatever happens to it. */
class EventConsumerIT {

    private static final EventEntity LEAD = new EventEntity("lead");

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = new OwnClient(parley);
    private final Persistence persistence =
            CDI.current().select(Persistence.class).get();

    /** Writes the id of each event into the audit log; of the two clients only, since others' tests have theirs. */
    private class Noting implements EventConsumer {

        private final String name;

        Noting() {
            this("test-" + UUID.randomUUID());
        }

        Noting(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<EventEntity> entities() {
            return Set.of(LEAD);
        }

        @Override
        public void consume(Transaction transaction, List<Event> events) throws SQLException {
            for (var event : events) {
                note(transaction, Long.toString(event.id()));
            }
        }

        @Override
        public void missed(Transaction transaction) throws SQLException {
            note(transaction, "missed");
        }

        private void note(Transaction transaction, String what) throws SQLException {
            var in = transaction.context().clientId();
            if (client.id().equals(in) || other.id().equals(in)) {
                try (var statement = transaction
                        .connection()
                        .prepareStatement("insert into audit_log (client_id, action, entity)"
                                + " values (private.client_id(), ?, ?)")) {
                    statement.setString(1, what);
                    statement.setString(2, name);
                    statement.executeUpdate();
                }
            }
        }
    }

    @Test
    void eachEventHasItsEffectOnceThoughNodesWorkAtOnceAndTransactionsFail() throws Exception {
        client.happened("lead", "updated", UUID.randomUUID().toString(), 700);
        client.happened("alert", "created", UUID.randomUUID().toString(), 3); // not asked for
        client.happened("lead", "updated", UUID.randomUUID().toString(), 600);
        var tries = new AtomicInteger();
        var consumer = new Noting() {
            @Override
            public void consume(Transaction transaction, List<Event> events) throws SQLException {
                super.consume(transaction, events);
                if (transaction.context().clientId().equals(client.id()) && tries.incrementAndGet() % 2 == 1) {
                    throw new IllegalStateException("a transaction that fails after its work");
                }
            }
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                var node = new ConsumerRun(consumer, persistence, TestClock.shared());
                nodes.submit(() -> await().atMost(Duration.ofMinutes(1)).until(() -> {
                    node.catchUp();
                    return position(consumer, client) == 1_303;
                }));
            }
        }

        var wanted = LongStream.concat(LongStream.rangeClosed(1, 700), LongStream.rangeClosed(704, 1_303));
        assertThat(noted(consumer, client))
                .isEqualTo(wanted.mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }

    @Test
    void anotherNodeLeavesAloneWhatOneIsAt() throws SQLException {
        client.happened("lead", "updated", UUID.randomUUID().toString(), 1);
        var elsewhere = new Noting();
        var consumer = new Noting(elsewhere.name()) {
            @Override
            public void consume(Transaction transaction, List<Event> events) throws SQLException {
                super.consume(transaction, events);
                if (transaction.context().clientId().equals(client.id())) {
                    new ConsumerRun(elsewhere, persistence, TestClock.shared()).catchUp(); // does not wait, either
                }
            }
        };

        new ConsumerRun(consumer, persistence, TestClock.shared()).catchUp();

        assertThat(noted(consumer, client)).isEqualTo("1");
    }

    @Test
    void aClientWhereItFailsHoldsUpNoOther() throws SQLException {
        var consumer = new Noting() {
            @Override
            public void consume(Transaction transaction, List<Event> events) throws SQLException {
                if (transaction.context().clientId().equals(client.id())) {
                    throw new SQLException("always");
                }
                super.consume(transaction, events);
            }
        };
        client.happened("lead", "updated", UUID.randomUUID().toString(), 1);
        other.happened("lead", "updated", UUID.randomUUID().toString(), 1);

        new ConsumerRun(consumer, persistence, TestClock.shared()).catchUp();

        assertThat(noted(consumer, other)).isEqualTo("1");
        assertThat(noted(consumer, client)).isNull();
        assertThat(position(consumer, client)).isZero();
    }

    @Test
    void whatIsNotKeptAnyMoreIsTold() throws SQLException {
        client.happened("lead", "updated", UUID.randomUUID().toString(), 5);
        parley.sql(
                "with old as (update events set occurred_at = now() - interval '31 days' where client_id = ? and id <= 3"
                        + " returning id) select count(*) from old",
                client.id());
        CDI.current().select(EventRetention.class).get().forgetOld();
        var consumer = new Noting();

        new ConsumerRun(consumer, persistence, TestClock.shared()).catchUp();

        assertThat(noted(consumer, client)).isEqualTo("missed 4 5");
    }

    @Test
    void theFeedWakesIt() {
        var consumer = new Noting();
        try (var loop = CDI.current().select(EventConsumers.class).get().start(consumer)) {
            client.tell(client.call().user("My address is ann@example.com."));
            await().until(() -> noted(consumer, client) != null);
            client.tell(client.call().user("My address is bob@example.com."));
            await().until(() -> noted(consumer, client).contains(" "));
        }
    }

    private String noted(EventConsumer consumer, OwnClient client) {
        return parley.sql(
                "select string_agg(action, ' ' order by action <> 'missed', length(action), action) from audit_log"
                        + " where client_id = ? and entity = ?",
                client.id(),
                consumer.name());
    }

    private long position(EventConsumer consumer, OwnClient client) {
        var found = parley.sql(
                "select last_id from private.event_consumers where client_id = ? and consumer = ?",
                client.id(),
                consumer.name());
        return found == null ? 0 : Long.parseLong(found);
    }
}
