package dev.parley.admin.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats english = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Moscow"), new TurnedClock());
    private final Formats russian = new Formats(Languages.RUSSIAN, ZoneId.of("Europe/Moscow"), new TurnedClock());

    @Test
    void leavesOutOfATimeWhatGoesWithoutSaying() {
        assertThat(russian.shortTime(Instant.parse("2026-05-04T09:05:00Z"))).isEqualTo("12:05");
        assertThat(russian.shortTime(Instant.parse("2026-05-02T09:05:00Z"))).isEqualTo("2 мая, 12:05");
        assertThat(russian.shortTime(Instant.parse("2025-12-31T20:59:00Z"))).isEqualTo("31 дек. 2025, 23:59");
        assertThat(english.shortTime(Instant.parse("2026-05-02T09:05:00Z"))).startsWith("2 May, 12:05");
    }

    @Test
    void countsByTheReadersMidnight() {
        // 21:30 UTC the day before is already today in Moscow.
        assertThat(russian.shortTime(Instant.parse("2026-05-03T21:30:00Z"))).isEqualTo("00:30");
    }

    @Test
    void writesLengths() {
        assertThat(english.duration(0)).isEqualTo("0:00");
        assertThat(english.duration(65)).isEqualTo("1:05");
        assertThat(english.duration(3725)).isEqualTo("1:02:05");
    }

    @Test
    void writesSpansInTheUnitsThatMatter() {
        assertThat(english.span(Duration.ofMillis(900))).isEqualTo("0 s");
        assertThat(english.span(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(russian.span(Duration.ofMinutes(59))).isEqualTo("59 мин");
        assertThat(english.span(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(russian.span(Duration.ofMinutes(125))).isEqualTo("2 ч 5 мин");
        assertThat(english.span(Duration.ofDays(3).plusHours(5))).isEqualTo("3 d");
    }

    @Test
    void saysHowFarATimeIs() {
        var now = new TurnedClock().instant();

        assertThat(english.distance(now.minusSeconds(4))).isEqualTo("just now");
        assertThat(english.distance(now.minusSeconds(200))).isEqualTo("3 min ago");
        assertThat(russian.distance(now.minusSeconds(200))).isEqualTo("3 мин назад");
        assertThat(russian.distance(now.plusSeconds(45))).isEqualTo("через 45 с");
    }

    @Test
    void writesNumbersAndLanguagesTheReadersWay() {
        assertThat(english.number(10_000)).isEqualTo("10,000");
        assertThat(russian.decimal(0.25)).isEqualTo("0,25");
        assertThat(russian.language("en")).isEqualTo("Английский");
        assertThat(english.language("ru")).isEqualTo("Russian");
    }
}
