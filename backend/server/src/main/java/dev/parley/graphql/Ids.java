package dev.parley.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as clients send them. */
public final class Ids {

    private Ids() {}

    /** Empty when it cannot be an id of ours: then there is nothing to find. */
    public static Optional<UUID> parse(String id) {
        try {
            // "1-1-1-1-1" is read, too: one thing would have many names.
            return Optional.of(UUID.fromString(id))
                    .filter(uuid -> uuid.toString().equalsIgnoreCase(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws ParleyException BAD_USER_INPUT when it is no position in the feed */
    public static @Nullable Long eventPosition(@Nullable Object after) {
        if (after == null) {
            return null;
        }
        try {
            long position = Long.parseLong(after.toString());
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"after\" is not an event id", e);
        }
        throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"after\" is not an event id");
    }
}
