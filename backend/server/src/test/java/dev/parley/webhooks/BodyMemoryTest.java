package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final int BEGUN = 16 << 10;
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicLong step = new AtomicLong();
    private final BodyMemory memory = new BodyMemory(8 * BEGUN, 4 * BEGUN, () -> nanoTime.addAndGet(step.get()));
    private final List<String> cutOff = new ArrayList<>();

    @Test
    void theSlowOnesOfAClientMakeRoomForItsOwnTheLargestFirst() {
        reading("small", ONE);
        reading("large", ONE).take(BEGUN);
        reading("late", ONE);
        reading("of another", OTHER).take(2 * BEGUN);
        aWhilePasses();

        try (var own = memory.open(ONE)) {
            assertThat(cutOff).containsExactly("large");
            own.take(BEGUN);
            assertThat(cutOff).containsExactly("large");
        }
    }

    @Test
    void whereAllIsTakenTheGreediestMakesRoom() {
        reading("modest", OTHER).take(2 * BEGUN);
        reading("greedy", ONE).take(3 * BEGUN);
        reading("modest, too", THIRD);
        aWhilePasses();

        memory.open(THIRD).close();

        assertThat(cutOff).containsExactly("greedy");
    }

    @Test
    void aBodyThatIsThereIsNotCutOff() {
        var whole = reading("whole", ONE);
        whole.take(3 * BEGUN);
        whole.reading(null);
        aWhilePasses();

        step.set(Duration.ofMillis(100).toNanos()); // with each look
        assertThatExceptionOfType(ParleyException.class)
                .isThrownBy(() -> memory.open(ONE))
                .matches(e -> e.code() == ErrorCode.UPSTREAM_UNAVAILABLE);
        memory.open(OTHER).close();
        whole.close();
        memory.open(ONE).close();
        assertThat(cutOff).isEmpty();
    }

    @Test
    void whatIsGivenBackCanBeTaken() {
        for (int i = 0; i < 20; i++) {
            try (var share = memory.open(ONE)) {
                share.take(3 * BEGUN);
                share.give(3 * BEGUN);
                share.take(2 * BEGUN);
            }
        }
    }

    @Test
    void asManyGoAtOnceAsTakeTheRoom() {
        for (var name : List.of("first", "second", "third")) {
            reading(name, ONE);
        }
        aWhilePasses();
        var own = memory.open(ONE);

        own.take(2 * BEGUN);

        assertThat(cutOff).hasSize(2);
    }

    @Test
    void whoCameLastGoesFirst() throws Exception {
        var holder = whole(4 * BEGUN, OTHER);
        var before = memory.open(ONE);
        var after = memory.open(ONE);
        var whole = whole(2 * BEGUN, ONE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var later = threads.submit(() -> after.take(BEGUN));
            await().until(() -> memory.waiting() == 1);
            var earlier = threads.submit(() -> before.take(BEGUN));
            await().until(() -> memory.waiting() == 2);

            whole.give(BEGUN);

            later.get();
            assertThat(memory.waiting()).isEqualTo(1);
            assertThat(earlier.isDone()).isFalse();
            after.close();
            earlier.get();
        }
        holder.close();
    }

    @Test
    void thoseWhoWaitForEachOtherMakeRoomForWhoComesNext() throws Exception {
        var large = memory.open(ONE);
        large.take(BEGUN);
        var small = memory.open(ONE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = List.of(
                    threads.submit(() -> taking(large, 3 * BEGUN)), threads.submit(() -> taking(small, 3 * BEGUN)));
            await().until(() -> memory.waiting() == 2);
            var last = memory.open(ONE);
            var served = threads.submit(() -> last.take(2 * BEGUN));
            await().until(() -> memory.waiting() == 3);
            assertThat(served.isDone()).isFalse();

            aWhilePasses();

            served.get();
            assertThat(waiting.getFirst().get()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
            assertThat(memory.waiting()).isEqualTo(1);
            last.close();
            assertThat(waiting.getLast().get()).isNull();
        }
    }

    /** @return why not, null when it got it */
    private static @Nullable ErrorCode taking(BodyMemory.Share share, int more) {
        try {
            share.take(more);
            return null;
        } catch (ParleyException e) {
            share.close();
            return e.code();
        }
    }

    /** A body that is there and being stored. */
    private BodyMemory.Share whole(int bytes, UUID clientId) {
        var share = memory.open(clientId);
        share.take(bytes - BEGUN);
        return share;
    }

    /** All that are on their way are so for long now, at once. */
    private void aWhilePasses() {
        nanoTime.addAndGet(Duration.ofSeconds(3).toNanos());
    }

    /** A body on its way in that ends when it is cut off. */
    private BodyMemory.Share reading(String name, UUID clientId) {
        var share = memory.open(clientId);
        share.reading(() -> {
            cutOff.add(name);
            share.close();
        });
        return share;
    }
}
