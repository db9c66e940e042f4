package dev.parley.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A verified token in MicroProfile's terms. Prints without the token. */
final class SupabaseToken implements JsonWebToken {

    private final String raw;
    private final JWTClaimsSet claims;

    SupabaseToken(String raw, JWTClaimsSet claims) {
        this.raw = raw;
        this.claims = claims;
    }

    @Override
    public String getName() {
        return claims.getSubject();
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.getClaims().keySet();
    }

    /** Times are seconds since the epoch, as the specification has it. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String name) {
        if (name.equals("raw_token")) {
            return (T) raw;
        }
        var value = claims.getClaim(name);
        return (T) (value instanceof java.util.Date date ? Long.valueOf(date.getTime() / 1000) : value);
    }

    @Override
    public Set<String> getGroups() {
        return Set.of(); // rights come from client_members, never from a token
    }

    @Override
    public String toString() {
        return "SupabaseToken[sub=" + claims.getSubject() + "]";
    }
}
