package dev.parley.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Items whose handler calls somebody: no transaction is open meanwhile, and a node that is lost loses its items. */
class LeasesIT {

    private static final Executor THREADS = Thread::startVirtualThread;

    private static WorkDatabase work;

    private final UUID client = work.client();
    private final Queue queue = Queue.named("leases-" + client);
    private final Calling first = new Calling("first", queue);
    private final Calling second = new Calling("second", queue);
    private final LeaseRunner firstNode = new LeaseRunner(work.store(queue), first, "first");
    private final LeaseRunner secondNode = new LeaseRunner(work.store(queue), second, "second");
    private final long id =
            work.add(client, queue, NewItem.ofPayload("{\"page\": 1}")).orElseThrow();

    @BeforeAll
    static void create() throws SQLException {
        work = WorkDatabase.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        work.close();
    }

    @Test
    void aLeaseThatRanOutIsTakenOverAndWhoLostItStoresNothing() throws Exception {
        var running = begin(firstNode);
        assertThat(secondNode.runNext(client)).as("it is leased").isFalse();
        second.goOn.countDown();
        try (var clock = TestClock.shared().turn(Duration.ofSeconds(61))) {
            assertThat(secondNode.runNext(client)).isTrue();
        }
        first.goOn.countDown();
        running.get(1, TimeUnit.MINUTES);

        assertThat(effects()).isEqualTo("second");
        assertThat(second.attempt).isEqualTo(2);
        assertThat(state()).as("done").isEmpty();
    }

    @Test
    void whoLostItCannotFailItEither() throws Exception {
        var running = begin(firstNode);
        try (var clock = TestClock.shared().turn(Duration.ofSeconds(61))) {
            var other = begin(secondNode);
            first.failure = new IllegalStateException();
            first.goOn.countDown();
            running.get(1, TimeUnit.MINUTES);
            assertThat(state().orElseThrow().status()).isEqualTo(ItemState.Status.RUNNING);
            second.goOn.countDown();
            other.get(1, TimeUnit.MINUTES);
        }
        assertThat(effects()).isEqualTo("second");
    }

    @Test
    void aLeaseIsExtendedWhileItsHandlerWorks() throws Exception {
        var running = begin(firstNode);
        try (var clock = TestClock.shared().turn(Duration.ofSeconds(40))) {
            firstNode.extend();
            clock.further(Duration.ofSeconds(40));
            assertThat(secondNode.runNext(client)).isFalse();
        }
        first.goOn.countDown();
        running.get(1, TimeUnit.MINUTES);
        assertThat(effects()).isEqualTo("first");
    }

    /** The first look leases it, and the lease is extended again and again without anybody asking. */
    @Test
    void aWorkerExtendsByItself() {
        var brief = new Calling("brief", queue.leasedFor(Duration.ofMillis(900)));
        try (var node = work.node("brief", name -> brief)) {
            await().until(() -> brief.begun.getCount() == 0);
            var leasedUntil = state().orElseThrow().dueAt();
            await().until(() -> state().orElseThrow().dueAt().isAfter(leasedUntil.plusMillis(900)));
            brief.goOn.countDown();
            await().until(() -> state().isEmpty());
        }
        assertThat(effects()).isEqualTo("brief");
        assertThat(brief.attempt).isEqualTo(1);
    }

    @Test
    void aNodeThatEndsPutsBackWhatItHasNotDone() throws Exception {
        var running = begin(firstNode);
        firstNode.abandon();

        second.goOn.countDown();
        assertThat(secondNode.runNext(client)).isTrue();
        assertThat(second.attempt).as("being put back is no attempt").isEqualTo(1);
        first.goOn.countDown();
        running.get(1, TimeUnit.MINUTES);
        assertThat(effects()).isEqualTo("second");
    }

    /** Or it would take down one node after the other, for ever. */
    @Test
    void anItemThatLosesEachNodeIsGivenUp() throws Exception {
        var once = queue.retriesAfter();
        var lost = new LeaseRunner(work.store(once), first, "first");
        var next = new LeaseRunner(work.store(once), new Calling("second", once), "second");
        var running = begin(lost);
        try (var clock = TestClock.shared().turn(Duration.ofSeconds(61))) {
            assertThat(next.runNext(client)).isTrue();
        }
        assertThat(state().orElseThrow().status()).isEqualTo(ItemState.Status.GIVEN_UP);
        assertThat(state().orElseThrow().errorCode()).isEqualTo("NODES_LOST");
        first.goOn.countDown();
        running.get(1, TimeUnit.MINUTES);
        assertThat(effects()).isEmpty();
    }

    @Test
    void howFarItIsCanBeAsked() throws Exception {
        var running = begin(firstNode);

        assertThat(state().orElseThrow().done()).isEqualTo(3);
        assertThat(state().orElseThrow().total()).isEqualTo(10);
        assertThat(state().orElseThrow().status()).isEqualTo(ItemState.Status.RUNNING);
        first.goOn.countDown();
        running.get(1, TimeUnit.MINUTES);
    }

    /** Until its handler is in the middle. */
    private CompletableFuture<Boolean> begin(LeaseRunner node) throws InterruptedException {
        var running = CompletableFuture.supplyAsync(() -> node.runNext(client), THREADS);
        assertThat((node == secondNode ? second : first).begun.await(1, TimeUnit.MINUTES))
                .isTrue();
        return running;
    }

    private Optional<ItemState> state() {
        return work.inClient(client, transaction -> work.queues.find(transaction, queue, id));
    }

    private String effects() {
        return work.one("select coalesce(string_agg(node, ' '), '') from effects where client_id = '" + client + "'");
    }

    /** Says how far it is, and waits for the test. */
    private static final class Calling implements LeaseHandler {

        private final String node;
        private final Queue queue;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile RuntimeException failure;
        private volatile int attempt;

        private Calling(String node, Queue queue) {
            this.node = node;
            this.queue = queue;
        }

        @Override
        public Queue queue() {
            return queue;
        }

        @Override
        public Effects handle(WorkItem item, Progress progress) throws InterruptedException {
            attempt = item.attempt();
            progress.report(3, 10);
            begun.countDown();
            goOn.await();
            if (failure != null) {
                throw failure;
            }
            return transaction -> WorkDatabase.effect(transaction, item, node);
        }
    }
}
