package dev.parley.sandbox.world;

import java.util.UUID;

/** A company with one agent and the secrets it shares with ElevenLabs. Prints without them. */
public record Client(
        UUID id, String name, String defaultLanguage, Agent agent, String elevenlabsApiKey, String webhookSecret) {

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
