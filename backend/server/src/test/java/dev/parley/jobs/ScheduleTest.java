package dev.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void threeIntervalsLateIsTooLate() {
        assertThat(Schedule.every(Duration.ofMinutes(5)).tolerated()).isEqualTo(Duration.ofMinutes(15));
        assertThat(Schedule.every(Duration.ofSeconds(10)).tolerated()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatIsNoScheduleIsRefusedWhenItIsDeclared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.cron("30 3 * * *"));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.every(Duration.ZERO));
    }
}
