package dev.parley.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of an item that failed. */
class VerdictTest {

    private final Queue queue = Queue.named("tests").retriesAfter(Duration.ofSeconds(5), Duration.ofMinutes(1));

    @Test
    void theScheduleSaysWhenItIsRetriedAndThenThatItIsGivenUp() {
        var failure = new IllegalStateException("not for the record");

        assertThat(Verdict.on(failure, queue, 1))
                .isEqualTo(new Verdict("IllegalStateException", Duration.ofSeconds(5)));
        assertThat(Verdict.on(failure, queue, 2))
                .isEqualTo(new Verdict("IllegalStateException", Duration.ofMinutes(1)));
        assertThat(Verdict.on(failure, queue, 3).isGivenUp()).isTrue();
    }

    @Test
    void aHandlerMaySayThatItIsHopeless() {
        assertThat(Verdict.on(WorkFailure.hopeless("GONE", "410"), queue, 1)).isEqualTo(new Verdict("GONE", null));
    }

    @Test
    void aHandlerMaySayWhen() {
        var busy = WorkFailure.retryAfter(Duration.ofSeconds(90), "RATE_LIMITED", "429");

        assertThat(Verdict.on(busy, queue, 1)).isEqualTo(new Verdict("RATE_LIMITED", Duration.ofSeconds(90)));
        assertThat(Verdict.on(busy, queue, 3).isGivenUp())
                .as("but not for ever")
                .isTrue();
    }

    @Test
    void aCodeOfTheHandlersOwnIsRetriedByTheSchedule() {
        assertThat(Verdict.on(WorkFailure.temporary("TIMEOUT", "no answer"), queue, 2))
                .isEqualTo(new Verdict("TIMEOUT", Duration.ofMinutes(1)));
    }
}
