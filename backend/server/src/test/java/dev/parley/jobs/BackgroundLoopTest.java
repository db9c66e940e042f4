package dev.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BackgroundLoopTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(1);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final AtomicInteger passes = new AtomicInteger();

    @AfterEach
    void forgetLog() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    @Test
    void theFirstPassIsRunAtOnceAndTheNextAfterTheInterval() {
        try (var loop = BackgroundLoop.start("parley-test", OFTEN, passes::incrementAndGet)) {
            await().untilAtomic(passes, greaterThan(5));
        }
    }

    @Test
    void theFirstPassCanWait() {
        try (var loop = BackgroundLoop.startLater("parley-test", () -> NEVER, passes::incrementAndGet)) {
            assertThat(passes).hasValue(0);
            loop.wake();
            await().untilAtomic(passes, is(1));
        }
    }

    /** Many calls during a pass: one more pass, not one for each. */
    @Test
    void wakesAreCoalesced() {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var loop = BackgroundLoop.start("parley-test", NEVER, () -> {
            passes.incrementAndGet();
            entered.countDown();
            go.await();
        });
        try (loop) {
            await().until(() -> entered.getCount() == 0);
            for (int i = 0; i < 100; i++) {
                loop.wake();
            }
            go.countDown();
            await().untilAtomic(passes, is(2));
            await().during(Duration.ofMillis(100)).untilAtomic(passes, is(2));
        }
    }

    @Test
    void aPassThatFailsIsTriedAgainAndSaidOnce() {
        watchLog();
        var broken = new AtomicBoolean(true);
        var loop = BackgroundLoop.start("parley-test", OFTEN, () -> {
            passes.incrementAndGet();
            if (broken.get()) {
                throw new IllegalStateException("The database is away");
            }
        });
        try (loop) {
            await().untilAtomic(passes, greaterThan(5));
            broken.set(false);
            int failed = passes.get();
            await().untilAtomic(passes, greaterThan(failed + 2));
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getFormattedMessage()).contains("parley-test");
                    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("The database is away");
                });
        assertThat(log.list)
                .filteredOn(event -> event.getLevel() == Level.INFO)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).contains("works again"));
    }

    @Test
    void anotherFailureIsSaid() {
        watchLog();
        var loop = BackgroundLoop.start("parley-test", OFTEN, () -> {
            if (passes.incrementAndGet() < 4) {
                throw new IllegalStateException();
            }
            throw new StackOverflowError();
        });
        try (loop) {
            await().untilAtomic(passes, greaterThan(8));
        }
        assertThat(log.list).filteredOn(event -> event.getLevel() == Level.WARN).hasSize(2);
    }

    @Test
    void aFailingPassIsTriedLessOftenUpToFourIntervals() {
        var failures = IntStream.rangeClosed(1, 5);
        assertThat(failures.mapToObj(n -> BackgroundLoop.backoff(Duration.ofSeconds(1), n)))
                .containsExactly(seconds(1), seconds(2), seconds(4), seconds(4), seconds(4));
        assertThat(BackgroundLoop.backoff(seconds(20), 3)).isEqualTo(seconds(30));
        assertThat(BackgroundLoop.backoff(seconds(3600), 1_000)).isEqualTo(seconds(3600));
    }

    @Test
    void closingWaitsForTheCurrentPass() {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var loop = BackgroundLoop.start("parley-test", OFTEN, () -> {
            entered.countDown();
            go.await();
            passes.incrementAndGet();
        });
        await().until(() -> entered.getCount() == 0);
        var closed = Thread.ofVirtual().start(loop::close);
        await().until(loop::isClosing);
        assertThat(closed.isAlive()).isTrue();
        go.countDown();
        await().until(() -> !closed.isAlive());
        assertThat(passes).as("the pass in work, and no other").hasValue(1);
    }

    @Test
    void aPassThatDoesNotEndIsInterrupted() {
        var interrupted = new CountDownLatch(1);
        var entered = new CountDownLatch(1);
        var loop = BackgroundLoop.start("parley-test", OFTEN, () -> {
            entered.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        });
        await().until(() -> entered.getCount() == 0);
        loop.close(Duration.ofMillis(10));
        await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void aLoopCanCloseItself() {
        var self = new AtomicReference<BackgroundLoop>();
        var loop = BackgroundLoop.startLater("parley-test", () -> NEVER, () -> {
            self.get().close();
            passes.incrementAndGet();
        });
        self.set(loop);
        loop.wake();
        await().untilAtomic(passes, is(1));
        assertThat(loop.isClosing()).isTrue();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private void watchLog() {
        log.start();
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(BackgroundLoop.class);
    }
}
