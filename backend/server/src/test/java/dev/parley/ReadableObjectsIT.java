package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.Parley;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartz.impl.calendar.CronCalendar;
import org.quartz.impl.calendar.HolidayCalendar;

/** Of what lies in Quartz's tables as a Java object, only what Quartz puts there is read. */
class ReadableObjectsIT {

    private record Stranger(String name) implements Serializable {}

    @BeforeAll
    static void theServerRunsInThisProcess() {
        Parley.shared();
    }

    @Test
    void quartzReadsItsCalendars() throws Exception {
        var holidays = new HolidayCalendar(TimeZone.getTimeZone("Europe/Moscow"));
        holidays.addExcludedDate(Date.from(Instant.EPOCH));
        holidays.setBaseCalendar(new CronCalendar("* * 0-7,18-23 ? * *"));

        assertThat(readBack(holidays)).isInstanceOfSatisfying(HolidayCalendar.class, read -> {
            assertThat(read.getExcludedDates()).isEqualTo(holidays.getExcludedDates());
            assertThat(read.getBaseCalendar()).isInstanceOf(CronCalendar.class);
        });
    }

    @Test
    void nothingElseIsRead() {
        for (var stranger : List.of(new Stranger("x"), List.of(new Stranger("x")))) {
            assertThatThrownBy(() -> readBack(stranger))
                    .isInstanceOf(InvalidClassException.class)
                    .hasMessageContaining("REJECTED");
        }
    }

    private static Object readBack(Object written) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
