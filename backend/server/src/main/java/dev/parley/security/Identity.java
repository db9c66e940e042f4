package dev.parley.security;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified token speaks for. Never holds the token itself.
 *
 * @param id the {@code user_id} of their memberships
 * @param label the e-mail address of a person, the name of a program's token; null when unknown
 * @param expiresAt when the token stops counting
 */
public record Identity(Kind kind, UUID id, @Nullable String label, Instant expiresAt) {

    /** Who can call. */
    @Name("CallerKind")
    @Description("Who can call.")
    public enum Kind {
        @Description("Somebody who logged in.")
        PERSON,
        @Description("A program with an API token.")
        PROGRAM
    }

    static Identity of(JsonWebToken person) {
        Object email = person.getClaim("email");
        return new Identity(
                Kind.PERSON,
                UUID.fromString(person.getSubject()),
                email instanceof String text && !text.isEmpty() ? text : null,
                Instant.ofEpochSecond(person.getExpirationTime()));
    }

    public boolean isProgram() {
        return kind == Kind.PROGRAM;
    }

    /** Whether it is the same person, or the same program with the same token. */
    public boolean isSameAs(Identity other) {
        return kind == other.kind && id.equals(other.id);
    }
}
