package dev.parley.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** 10,000 items of 200 clients, one of which has half of them; two nodes, one of which is lost in the middle. */
class WorkOfManyIT {

    private static final Queue QUEUE = Queue.named("many");
    private static final int CLIENTS = 200;
    private static final int ITEMS = 10_000;

    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private final CountDownLatch neverEnds = new CountDownLatch(1);

    @Test
    void eachIsDoneOnceAndNobodyWaitsForTheBigOne() throws Exception {
        try (var work = WorkDatabase.create()) {
            var big = work.client();
            addAll(work, big);
            assertThat(work.rowsReadToFindDueClients(QUEUE)).isBetween(CLIENTS, 5 * CLIENTS);
            try (var first = work.node("first", Effect::new);
                    var second = work.node("second", Effect::new)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> done(work) > 500);
                inTheMiddle.await();
                first.cutOff();

                var late = work.client();
                work.add(late, QUEUE, NewItem.about(UUID.randomUUID()));
                await().atMost(Duration.ofMinutes(1)).until(() -> done(work, late) == 1);

                await().atMost(Duration.ofMinutes(3)).until(() -> done(work) == ITEMS + 1);
                neverEnds.countDown();
                assertThat(work.one("select count(*) || ' ' || count(distinct item) from effects"))
                        .isEqualTo("10001 10001");
                assertThat(work.one("select count(*) from work_items")).isEqualTo("0");
                assertThat(work.one("select string_agg(distinct node, ' ') from effects"))
                        .isEqualTo("first second");
                assertThat(bigOnesBefore(work, big, late))
                        .as("of the big client, while the late one waited")
                        .isLessThan(200);
                assertThat(bigOnesBeforeTheLastOfTheOthers(work, big)).isLessThan(500);
            }
        }
    }

    private static void addAll(WorkDatabase work, UUID big) {
        work.execute("insert into clients (id, name) select gen_random_uuid(), 'Small' from generate_series(2, "
                + CLIENTS + ")");
        var columns = "insert into work_items (client_id, queue, subject_id, status, due_at, added_at) ";
        work.execute(columns
                + "select '%s', 'many', gen_random_uuid(), 'waiting', now(), now() from generate_series(1, %d)"
                        .formatted(big, ITEMS / 2));
        work.execute(columns
                + "select id, 'many', gen_random_uuid(), 'waiting', now(), now() from (select id, row_number() over () n"
                + " from clients where name = 'Small') c, generate_series(0, 25) i where c.n + i * %d <= %d"
                        .formatted(CLIENTS - 1, ITEMS / 2));
        assertThat(work.one("select count(*) from work_items")).isEqualTo("10000");
    }

    private static int done(WorkDatabase work) {
        return Integer.parseInt(work.one("select count(*) from effects"));
    }

    private static int done(WorkDatabase work, UUID client) {
        return Integer.parseInt(work.one("select count(*) from effects where client_id = '" + client + "'"));
    }

    /** How many of the big client's came between the late item and its end. */
    private static int bigOnesBefore(WorkDatabase work, UUID big, UUID late) {
        var times =
                "(select c.created_at added, e.at from effects e join clients c on c.id = e.client_id where c.id = '%s') l"
                        .formatted(late);
        System.out.println("The late client's item was done after "
                + work.one("select round(extract(epoch from l.at - l.added) * 1000) from " + times) + " ms");
        return Integer.parseInt(work.one("select count(*) from effects b, " + times
                + " where b.client_id = '%s' and b.at between l.added and l.at".formatted(big)));
    }

    private static int bigOnesBeforeTheLastOfTheOthers(WorkDatabase work, UUID big) {
        return Integer.parseInt(work.one(
                ("select count(*) from effects where client_id = '%s' and at < (select max(e.at) from effects e"
                                + " join clients c on c.id = e.client_id where c.name = 'Small')")
                        .formatted(big)));
    }

    /** Leaves a row. The first node is lost while it is in the middle of one. */
    private final class Effect implements TransactionHandler {

        private final String node;
        private final Set<Long> done = ConcurrentHashMap.newKeySet();

        private Effect(String node) {
            this.node = node;
        }

        @Override
        public Queue queue() {
            return QUEUE;
        }

        @Override
        public void handle(Transaction transaction, WorkItem item) throws SQLException {
            WorkDatabase.effect(transaction, item, node);
            done.add(item.id());
            if (node.equals("first") && done.size() == 300) {
                inTheMiddle.countDown();
                try {
                    neverEnds.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
