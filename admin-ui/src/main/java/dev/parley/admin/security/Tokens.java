package dev.parley.admin.security;

import dev.parley.admin.settings.Secret;
import java.time.Duration;
import java.time.Instant;

/** What Supabase Auth gives for a password or a refresh token. */
record Tokens(Secret access, Secret refresh, Instant issuedAt, Instant expiresAt, String userId, String email) {

    private static final Duration MARGIN = Duration.ofSeconds(90);

    /** Early enough to be done before the old one ends, also for tokens that live only a minute. */
    Instant renewAt() {
        var quarter = Duration.between(issuedAt, expiresAt).dividedBy(4);
        return expiresAt.minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
    }
}
