package dev.parley.persistence;

import java.time.DateTimeException;
import java.time.Instant;

/** Points in time that both Java and PostgreSQL know. */
public final class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /** @throws DateTimeException when it lies outside the years 1 to 9999 */
    public static Instant plausible(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("Outside the years 1 to 9999");
        }
        return time;
    }
}
