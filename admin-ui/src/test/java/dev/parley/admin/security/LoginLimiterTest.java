package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {

    private final TurnedClock clock = new TurnedClock();
    private final LoginLimiter limiter = new LoginLimiter(clock);

    @Test
    void stopsGuessingAtOneAccount() {
        assertThat(allowed(20, "anna@north.test", "10.0.0.1")).isEqualTo(8);
        assertThat(limiter.attempt("ANNA@north.test ", "10.0.0.1")).isFalse();
    }

    @Test
    void leavesTheOwnerElsewhereAlone() {
        allowed(20, "anna@north.test", "10.0.0.1");

        assertThat(limiter.attempt("anna@north.test", "10.0.0.2")).isTrue();
    }

    @Test
    void stopsGuessingAcrossAccounts() {
        long allowed = IntStream.range(0, 60)
                .filter(i -> limiter.attempt("person" + i + "@north.test", "10.0.0.1"))
                .count();

        assertThat(allowed).isEqualTo(40);
    }

    @Test
    void forgetsAfterAWhile() {
        allowed(20, "anna@north.test", "10.0.0.1");

        clock.turn(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(limiter.attempt("anna@north.test", "10.0.0.1")).isTrue();
    }

    @Test
    void forgivesAfterSuccess() {
        allowed(7, "anna@north.test", "10.0.0.1");

        limiter.succeeded("anna@north.test", "10.0.0.1");

        assertThat(allowed(20, "anna@north.test", "10.0.0.1")).isEqualTo(8);
    }

    @Test
    void neverStopsAnOfficeWhosePeopleKnowTheirPasswords() {
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.attempt("person" + i + "@north.test", "10.0.0.1"))
                    .isTrue();
            limiter.succeeded("person" + i + "@north.test", "10.0.0.1");
        }
    }

    private long allowed(int attempts, String email, String address) {
        return IntStream.range(0, attempts)
                .filter(i -> limiter.attempt(email, address))
                .count();
    }
}
