package dev.parley.clients;

import dev.parley.Settings;
import dev.parley.StartException;
import dev.parley.security.SupabaseProject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/**
 * The client of a new installation, from the environment: its owner is PARLEY_OWNER_EMAIL's account at Supabase, which is
 * invited there if it does not exist yet.
 */
record FirstClient(String ownerEmail, Config config) {

    /** Empty when no owner is named. */
    static Optional<FirstClient> from(Config config) {
        return Settings.text(config, "PARLEY_OWNER_EMAIL").map(email -> new FirstClient(email, config));
    }

    /** @throws StartException when the owner's account can neither be found nor invited */
    ClientSpec spec() {
        var project = SupabaseProject.from(config)
                .filter(supabase -> supabase.serviceKey().isPresent())
                .orElseThrow(() -> new StartException("PARLEY_OWNER_EMAIL needs SUPABASE_URL and"
                        + " SUPABASE_SERVICE_ROLE_KEY, to find the owner's account"));
        var owner = new SupabaseUsers(project.authUrl(), project.serviceKey().get()).findOrInvite(ownerEmail);
        return new ClientSpec(
                // The same on every node: when several start at once, one of them creates it.
                UUID.nameUUIDFromBytes(("parley first client " + owner).getBytes(StandardCharsets.UTF_8)),
                setting("PARLEY_CLIENT_NAME").orElse("My company"),
                setting("PARLEY_DEFAULT_LANGUAGE").orElse(null),
                null,
                setting("ELEVENLABS_AGENT_ID")
                        .map(id -> List.of(new ClientSpec.AgentSpec(id, "Agent", null)))
                        .orElse(List.of()),
                List.of(new ClientSpec.MemberSpec(owner, ownerEmail, "owner")),
                setting("ELEVENLABS_API_KEY").orElse(null),
                setting("ELEVENLABS_WEBHOOK_SECRET").orElse(null),
                null); // without a key of its own it uses OPENAI_API_KEY
    }

    private Optional<String> setting(String name) {
        return Settings.text(config, name);
    }

    @Override
    public String toString() {
        return "FirstClient[]";
    }
}
