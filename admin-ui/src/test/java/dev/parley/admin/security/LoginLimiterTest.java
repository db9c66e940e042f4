package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {

    private final TurnedClock clock = new TurnedClock();
    private final LoginLimiter limiter = new LoginLimiter(clock);
    private int next;

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

    @Test
    void stopsGuessingAtOneAccountFromManyAddresses() {
        assertThat(allowedFromEverywhere(100)).isEqualTo(10);
    }

    @Test
    void theMoreAttemptsTheLongerTheNextOneWaits() {
        assertThat(allowedWithin(Duration.ofMinutes(5)))
                .as("at once, and one every 30 seconds")
                .isEqualTo(19);
        assertThat(allowedWithin(Duration.ofMinutes(55))).isBetween(30L, 40L);
        assertThat(allowedWithin(Duration.ofHours(22)))
                .as("one every quarter of an hour")
                .isBetween(100L, 145L);
        assertThat(allowedWithin(Duration.ofHours(24))).isBetween(95L, 100L);
    }

    @Test
    void nobodyCanKeepSomebodyOutOfWhereTheyLoggedInLately() {
        limiter.attempt("anna@north.test", "10.9.9.9");
        limiter.succeeded("anna@north.test", "10.9.9.9");

        allowedFromEverywhere(100);

        assertThat(limiter.attempt("anna@north.test", "10.8.8.8")).isFalse();
        assertThat(limiter.attempt("anna@north.test", "10.9.9.9")).isTrue();
        assertThat(allowed(20, "anna@north.test", "10.9.9.9"))
                .as("other limits hold there")
                .isEqualTo(7);
    }

    @Test
    void aSuccessElsewhereGivesWhoGuessesNothing() {
        allowedFromEverywhere(9);
        limiter.attempt("anna@north.test", "10.9.9.9");
        limiter.succeeded("anna@north.test", "10.9.9.9");

        assertThat(allowedFromEverywhere(20)).isEqualTo(1);
    }

    @Test
    void oneNetworkHasManyAddressesOfIpv6() {
        assertThat(IntStream.range(0, 60)
                        .filter(i -> limiter.attempt("person" + i + "@north.test", "[2001:db8::%x]".formatted(i)))
                        .count())
                .isEqualTo(40);
        assertThat(limiter.attempt("anna@north.test", "2001:db8:0:1::1")).isTrue();
    }

    @Test
    void oneAccountHasOneName() {
        allowed(8, "mia@north.test", "10.0.0.1");

        assertThat(limiter.attempt("m\u0130a@north.test", "10.0.0.1")).isFalse();
        assertThat(limiter.attempt("MIA@NORTH.TEST", "10.0.0.1")).isFalse();
    }

    @Test
    void remembersNothingOfWhatItRefuses() {
        IntStream.range(0, 40).forEach(i -> limiter.attempt("person" + i + "@north.test", "10.0.0.1"));
        long before = limiter.remembered();

        IntStream.range(40, 400).forEach(i -> limiter.attempt("person" + i + "@north.test", "10.0.0.1"));

        assertThat(limiter.remembered()).isEqualTo(before).isEqualTo(1 + 40 + 40);
    }

    @Test
    void remembersOnlySoMuch() {
        IntStream.range(0, 30_000)
                .forEach(i -> limiter.attempt("person" + i + "@north.test", "10.0.%d.%d".formatted(i >> 8, i & 255)));

        assertThat(limiter.remembered()).isEqualTo(3 * 20_000);
    }

    /** How many attempts get through that are made every ten seconds, each from another address. */
    private long allowedWithin(Duration time) {
        long allowed = 0;
        for (long second = 0; second < time.toSeconds(); second += 10) {
            allowed += allowedFromEverywhere(1);
            clock.turn(Duration.ofSeconds(10));
        }
        return allowed;
    }

    private long allowedFromEverywhere(int attempts) {
        return IntStream.range(0, attempts)
                .filter(i -> limiter.attempt("anna@north.test", "198.51.100." + next++))
                .count();
    }

    private long allowed(int attempts, String email, String address) {
        return IntStream.range(0, attempts)
                .filter(i -> limiter.attempt(email, address))
                .count();
    }
}
