package dev.parley.persistence;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of a list sorted by time and id ends. Opaque to clients. */
public record Position(Instant time, UUID id) {

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ParleyException BAD_USER_INPUT when it is none of ours */
    public static Position decode(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
            return new Position(Times.plausible(Instant.parse(parts[0])), UUID.fromString(parts[parts.length - 1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"after\" is not a cursor of this list", e);
        }
    }
}
