package dev.parley.sandbox.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    private static final UUID SOMEBODY = UUID.fromString("0c5b7d7e-52b4-4f0e-9d53-a7f1b6c0e101");
    private static final Duration LONG_AFTER = Duration.ofSeconds(11);

    private final TestingClock clock = new TestingClock();
    private final Sessions sessions = new Sessions(null, clock);

    @Test
    void aTokenIsExchangedForANewOneOfTheSameSession() {
        var first = sessions.start(SOMEBODY);

        var second = sessions.refresh(first.token().value());

        assertThat(second.session().id()).isEqualTo(first.session().id());
        assertThat(second.token().value()).isNotEqualTo(first.token().value());
    }

    @Test
    void theParentOfTheCurrentTokenGetsTheCurrentOneAgainHoweverLate() {
        var first = sessions.start(SOMEBODY).token().value();
        var second = sessions.refresh(first).token().value();

        clock.forward(Duration.ofDays(1));

        assertThat(sessions.refresh(first).token().value()).isEqualTo(second);
    }

    @Test
    void anOlderTokenIsGoodForTenSeconds() {
        var first = sessions.start(SOMEBODY).token().value();
        var second = sessions.refresh(first).token().value();
        var third = sessions.refresh(second).token().value();

        clock.forward(Duration.ofSeconds(10));

        assertThat(sessions.refresh(first).token().value()).isNotIn(first, second, third);
    }

    @Test
    void aTokenThatComesBackLaterRevokesTheSession() {
        var session = sessions.start(SOMEBODY);
        var first = session.token().value();
        var second = sessions.refresh(first).token().value();
        var third = sessions.refresh(second).token().value();
        clock.forward(LONG_AFTER);

        assertThatThrownBy(() -> sessions.refresh(first)).hasMessage("Invalid Refresh Token: Already Used");

        assertThatThrownBy(() -> sessions.refresh(third)).hasMessage("Invalid Refresh Token: Already Used");
        assertThat(sessions.live(session.session().id())).isEmpty();
    }

    @Test
    void otherSessionsOfThePersonGoOn() {
        var stolen = sessions.start(SOMEBODY).token().value();
        var other = sessions.start(SOMEBODY).token().value();
        sessions.refresh(sessions.refresh(stolen).token().value());
        clock.forward(LONG_AFTER);

        assertThatThrownBy(() -> sessions.refresh(stolen)).isInstanceOf(RefusalException.class);

        assertThat(sessions.refresh(other).session().userId()).isEqualTo(SOMEBODY);
    }

    @Test
    void logInsOutliveARestart(@TempDir Path home) {
        var file = home.resolve("sessions.json");
        var before = new Sessions(file, clock);
        var kept = before.start(SOMEBODY);
        var ended = before.start(SOMEBODY);
        before.refresh(kept.token().value());
        before.end(session -> session.id().equals(ended.session().id()));

        var after = new Sessions(file, clock);

        assertThat(after.refresh(kept.token().value()).session().id())
                .isEqualTo(kept.session().id());
        assertThat(after.live(ended.session().id())).isEmpty();
    }
}
