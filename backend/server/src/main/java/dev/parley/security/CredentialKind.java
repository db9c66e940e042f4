package dev.parley.security;

import java.util.Locale;

/** What a stored secret is for. */
public enum CredentialKind {
    ELEVENLABS_API_KEY,
    ELEVENLABS_WEBHOOK_SECRET,
    OPENAI_API_KEY;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
