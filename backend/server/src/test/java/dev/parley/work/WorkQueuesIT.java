package dev.parley.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.testing.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Adding, retrying, giving up, order by key and clean-up, item by item. */
class WorkQueuesIT {

    private static WorkDatabase work;

    private final UUID client = work.client();
    private final Queue queue =
            Queue.named("queue-" + client).retriesAfter(Duration.ofSeconds(5), Duration.ofMinutes(10));
    private final TestHandler handler = new TestHandler(queue);
    private final TransactionRunner runner = new TransactionRunner(work.store(queue), handler);
    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();
    private final UUID c = UUID.randomUUID();

    @BeforeAll
    static void create() throws SQLException {
        work = WorkDatabase.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        work.close();
    }

    @Test
    void itIsRetriedByTheScheduleThenGivenUpAndCanBePutBack() {
        long id = add(NewItem.about(a));
        handler.fail(a, new IllegalStateException());
        try (var clock = TestClock.shared().turn(Duration.ZERO)) {
            assertThat(runner.runNext(client)).isTrue();
            assertThat(runner.runNext(client)).as("not due yet").isFalse();
            clock.further(Duration.ofSeconds(6));
            assertThat(runner.runNext(client)).isTrue();
            clock.further(Duration.ofMinutes(9));
            assertThat(runner.runNext(client)).as("not due yet").isFalse();
            assertThat(work.store(queue).dueClients()).isEmpty();
            clock.further(Duration.ofMinutes(2));
            assertThat(work.store(queue).dueClients()).containsExactly(client);
            assertThat(runner.runNext(client)).isTrue();
        }
        assertThat(handler.givenUp).containsExactly("IllegalStateException");
        assertThat(effects()).as("what failed left nothing").isEqualTo("0");
        assertThat(list(ItemState.Status.GIVEN_UP)).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(id);
            assertThat(item.attempts()).isEqualTo(3);
            assertThat(item.errorCode()).isEqualTo("IllegalStateException");
            assertThat(item.finishedAt()).isNotNull();
        });

        handler.succeed(a);
        assertThat(retry(id)).isTrue();
        assertThat(retry(id)).as("it waits by now").isFalse();
        assertThat(runner.runNext(client)).isTrue();
        assertThat(effects()).isEqualTo("1");
        assertThat(state(id)).as("done").isEmpty();
    }

    @Test
    void aFailedItemHoldsBackTheFollowersOfItsKeyOnly() {
        var d = UUID.randomUUID();
        add(NewItem.about(a).inOrder("lead 1"));
        add(NewItem.about(b).inOrder("lead 1"));
        add(NewItem.about(c).inOrder("lead 1"));
        add(NewItem.about(d).inOrder("lead 2"));
        handler.fail(a, WorkFailure.retryAfter(Duration.ofSeconds(30), "BUSY", "429"));
        runAll();
        assertThat(handler.handled).containsExactly(d);

        handler.succeed(a);
        try (var clock = TestClock.shared().turn(Duration.ofSeconds(31))) {
            runAll();
        }
        assertThat(handler.handled).containsExactly(d, a, b, c);
    }

    @Test
    void onceItIsGivenUpItsFollowersGoOnAndPutBackItIsTheNext() {
        long first = add(NewItem.about(a).inOrder("lead 1"));
        add(NewItem.about(b).inOrder("lead 1"));
        add(NewItem.about(c).inOrder("lead 1"));
        handler.fail(a, WorkFailure.hopeless("GONE", "410"));
        assertThat(runner.runNext(client)).isTrue();
        assertThat(handler.givenUp).containsExactly("GONE");

        handler.succeed(a);
        assertThat(retry(first)).isTrue();
        assertThat(list(ItemState.Status.HELD)).extracting(ItemState::subjectId).containsExactly(a, c);
        runAll();
        assertThat(handler.handled).containsExactly(b, a, c);
    }

    @Test
    void whatIsAddedWhileItsForerunnerEndsIsNotForgotten() throws Exception {
        add(NewItem.about(a).inOrder("lead 1"));
        try (var adding = work.persistence().begin(Context.jobs(client), Mode.WRITE)) {
            adding.run(transaction ->
                    work.queues.add(transaction, queue, NewItem.about(b).inOrder("lead 1")));
            var ending = CompletableFuture.supplyAsync(() -> runner.runNext(client), Thread::startVirtualThread);
            await("the end waits for who adds").until(() -> !work.one(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                    + " and database = (select oid from pg_database where datname = current_database())")
                    .equals("0"));
            adding.commit();
            assertThat(ending.get(1, TimeUnit.MINUTES)).isTrue();
        }
        runAll();
        assertThat(handler.handled).containsExactly(a, b);
    }

    @Test
    void theSameKeyAgainIsNoNews() {
        add(NewItem.about(a).once("document 1 version 1"));

        assertThat(work.add(client, queue, NewItem.about(a).once("document 1 version 1")))
                .isEmpty();
        assertThat(work.add(work.client(), queue, NewItem.about(a).once("document 1 version 1")))
                .isPresent();
        runAll();
        assertThat(handler.handled).containsExactly(a);
    }

    @Test
    void workersAreWokenByTheCommit() {
        var woken = new AtomicInteger();
        work.queues.onAdded(queue.name(), woken::incrementAndGet);
        try (var open = work.persistence().begin(Context.jobs(client), Mode.WRITE)) {
            open.run(transaction -> work.queues.add(transaction, queue, NewItem.about(a)));
            assertThat(woken).hasValue(0);
            open.commit();
        }
        assertThat(woken).hasValue(1);
        try (var open = work.persistence().begin(Context.jobs(client), Mode.WRITE)) {
            open.run(transaction -> work.queues.add(transaction, queue, NewItem.about(b)));
        }
        assertThat(woken).hasValue(1);
        runAll();
        assertThat(handler.handled).containsExactly(a);
    }

    @Test
    void finishedItemsAreKeptForAsLongAsTheQueueSays() {
        var kept = queue.keeping(Duration.ofDays(1), Duration.ofDays(2));
        var keeping = new TestHandler(kept);
        var keeper = new TransactionRunner(work.store(kept), keeping);
        var retention = new WorkRetention(work.persistence(), TestClock.shared(), List.of(kept));
        keeping.fail(b, WorkFailure.hopeless("GONE", "410"));
        add(NewItem.about(a));
        add(NewItem.about(b));
        add(NewItem.about(c));
        keeper.runNext(client);
        keeper.runNext(client);

        assertThat(retention.forgetOld()).isZero();
        assertThat(list(ItemState.Status.DONE)).hasSize(1);
        try (var clock = TestClock.shared().turn(Duration.ofHours(25))) {
            assertThat(retention.forgetOld()).isEqualTo(1);
            clock.further(Duration.ofHours(24));
            assertThat(retention.forgetOld()).isEqualTo(1);
        }
        assertThat(list(ItemState.Status.WAITING)).as("what waits stays").hasSize(1);
    }

    private long add(NewItem item) {
        return work.add(client, queue, item).orElseThrow();
    }

    private void runAll() {
        while (runner.runNext(client)) {
            assertThat(handler.handled).hasSizeLessThan(10);
        }
    }

    private boolean retry(long id) {
        return work.inClient(client, transaction -> work.queues.retry(transaction, queue, id));
    }

    private List<ItemState> list(ItemState.Status status) {
        return work.inClient(client, transaction -> work.queues.list(transaction, queue, status, 10));
    }

    private Optional<ItemState> state(long id) {
        return work.inClient(client, transaction -> work.queues.find(transaction, queue, id));
    }

    private String effects() {
        return work.one("select count(*) from effects where client_id = '" + client + "'");
    }
}
