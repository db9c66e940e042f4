package dev.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.StartException;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.World;
import dev.parley.testing.TestConfig;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the environment says of the first client, with Supabase asked for its owner's account. */
class FirstClientIT {

    private final World world = World.demo();
    private final Sandbox supabase = Sandbox.start(world, 0, null, Clock.systemUTC());

    @AfterEach
    void stop() {
        supabase.close();
    }

    @Test
    void itsOwnerIsTheAccountOfThatAddressHoweverItIsWritten() {
        var owner = world.member(world.clientSpeaking("ru"), "owner");

        var client = client(Map.of(
                "PARLEY_OWNER_EMAIL", " " + owner.email().toUpperCase(Locale.ROOT),
                "PARLEY_CLIENT_NAME", "First Ltd",
                "ELEVENLABS_AGENT_ID", "agent_first",
                "ELEVENLABS_API_KEY", "sk_first",
                "ELEVENLABS_WEBHOOK_SECRET", "wsec_first"));

        assertThat(client.members()).singleElement().satisfies(member -> assertThat(
                        member.userId() + " " + member.role())
                .isEqualTo(owner.id() + " owner"));
        assertThat(client.name()).isEqualTo("First Ltd");
        assertThat(client.agents()).extracting(ClientSpec.AgentSpec::id).containsExactly("agent_first");
        assertThat(client.elevenlabsApiKey() + client.webhookSecret()).isEqualTo("sk_firstwsec_first");
        assertThat(client.toString()).doesNotContain("sk_first", "wsec_first");
        assertThat(client(Map.of("PARLEY_OWNER_EMAIL", owner.email())).id())
                .as("the same on every node")
                .isEqualTo(client.id());
    }

    @Test
    void anOwnerWithoutAnAccountIsInvitedOnce() {
        var settings = Map.of("PARLEY_OWNER_EMAIL", "founder@example.com");

        var invited = client(settings).members().getFirst().userId();

        assertThat(client(settings).members().getFirst().userId()).isEqualTo(invited);
    }

    @Test
    void withoutTheKeyOfServersNobodyCanBeFound() {
        var settings = new HashMap<>(supabase());
        settings.remove("SUPABASE_SERVICE_ROLE_KEY");
        settings.put("PARLEY_OWNER_EMAIL", "founder@example.com");
        var first = FirstClient.from(TestConfig.of(settings)).orElseThrow();

        assertThatThrownBy(first::spec).hasMessageContaining("SUPABASE_SERVICE_ROLE_KEY");
    }

    @Test
    void aRefusalOfSupabaseIsASentenceOfTheStart() {
        var settings = new HashMap<>(supabase());
        settings.put("SUPABASE_SERVICE_ROLE_KEY", "sb_secret_hushhush");
        settings.put("PARLEY_OWNER_EMAIL", "founder@example.com");
        var first = FirstClient.from(TestConfig.of(settings)).orElseThrow();

        assertThatThrownBy(first::spec)
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "Supabase Auth answered 401 when asked for the owner's account: is SUPABASE_SERVICE_ROLE_KEY the"
                                + " project's, and PARLEY_OWNER_EMAIL an address?");
    }

    @Test
    void withoutAnOwnerThereIsNone() {
        assertThat(FirstClient.from(TestConfig.of(supabase()))).isEmpty();
    }

    private ClientSpec client(Map<String, String> settings) {
        var all = new HashMap<>(supabase());
        all.putAll(settings);
        return FirstClient.from(TestConfig.of(all)).orElseThrow().spec();
    }

    private Map<String, String> supabase() {
        return Map.of(
                "SUPABASE_URL", supabase.url().toString(),
                "SUPABASE_ANON_KEY", world.keys().publishable(),
                "SUPABASE_SERVICE_ROLE_KEY", world.keys().secret());
    }
}
