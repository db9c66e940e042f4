package dev.parley.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What figures are taken over.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Period(Instant from, Instant to) {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * The period asked for; by default the 30 days before its end, which is now by default.
     *
     * @throws ParleyException BAD_USER_INPUT when it ends before it begins or is longer than 366 days
     */
    public static Period of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        var end = to == null ? now : to;
        var period = new Period(from == null ? end.minus(USUAL) : from, end);
        if (period.from.isAfter(end) || Duration.between(period.from, end).compareTo(LONGEST) > 0) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "A period is 366 days long at most and ends after it begins");
        }
        return period;
    }
}
