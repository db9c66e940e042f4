package dev.parley.sandbox.world;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** A company with one agent and the secrets it shares with ElevenLabs. Prints without them. */
public record Client(
        UUID id, String name, String defaultLanguage, Agent agent, String elevenlabsApiKey, String webhookSecret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A company that speaks its agent's language, with new secrets. */
    public static Client withNewSecrets(UUID id, String name, Agent agent) {
        return new Client(id, name, agent.language(), agent, "sk_" + hex(24), "wsec_" + hex(32));
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
