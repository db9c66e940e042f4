package dev.parley.sandbox.supabase;

import org.jspecify.annotations.Nullable;

/**
 * One link of a session's chain. Prints as nothing.
 *
 * @param parent the token it was exchanged for; null for the first one
 * @param usedAtMillis when it was exchanged; null while it is the current one
 */
record RefreshToken(String value, @Nullable String parent, @Nullable Long usedAtMillis) {

    RefreshToken usedAt(long millis) {
        return new RefreshToken(value, parent, usedAtMillis == null ? Long.valueOf(millis) : usedAtMillis);
    }

    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
