package dev.parley.persistence;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: after a position, or from an offset. */
public record Slice(int first, @Nullable Position after, int offset) {

    public static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int DEEPEST_OFFSET = 100_000;

    /** @throws ParleyException BAD_USER_INPUT for sizes out of range, or a position and an offset together */
    public static Slice of(@Nullable Integer wanted, @Nullable String after, @Nullable Integer offset) {
        int first = wanted == null ? USUAL : wanted;
        if (first < 1 || first > MOST) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"first\" is between 1 and " + MOST);
        }
        if (offset != null && (offset < 0 || offset > DEEPEST_OFFSET)) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"offset\" is between 0 and " + DEEPEST_OFFSET);
        }
        if (after != null && offset != null) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "Give \"after\" or \"offset\", not both");
        }
        return new Slice(first, after == null ? null : Position.decode(after), offset == null ? 0 : offset);
    }
}
