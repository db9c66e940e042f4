package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final int BEGUN = 16 << 10;
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    private final AtomicLong nanoTime = new AtomicLong();
    private final BodyMemory memory = new BodyMemory(8 * BEGUN, 4 * BEGUN, nanoTime::get);
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
