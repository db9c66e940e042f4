package dev.parley.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.elevenlabs.Calls;
import dev.parley.sandbox.elevenlabs.ElevenLabs;
import dev.parley.sandbox.elevenlabs.Faults;
import dev.parley.sandbox.elevenlabs.Requests;
import dev.parley.sandbox.elevenlabs.UnknownAgentException;
import dev.parley.sandbox.elevenlabs.Webhooks;
import dev.parley.sandbox.http.Listener;
import dev.parley.sandbox.openai.OpenAi;
import dev.parley.sandbox.scripts.Script;
import dev.parley.sandbox.scripts.Scripts;
import dev.parley.sandbox.supabase.SupabaseAuth;
import dev.parley.sandbox.supabase.Tokens;
import dev.parley.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox. Tests start one like this:
 *
 * <pre>{@code
 * try (var sandbox = Sandbox.start(World.demo(), 0, null, Clock.systemUTC())) {
 *     // SUPABASE_URL and the ElevenLabs base URL are sandbox.url()
 *     sandbox.webhooks(URI.create("http://127.0.0.1:7400/webhooks/elevenlabs")); // known only now
 *     var client = sandbox.world().clientSpeaking("ru");
 *     var token = sandbox.tokens().of(sandbox.world().member(client, "owner"));
 *     sandbox.play(Scripts.named("ru-03-two-emails").toConversation("conv_1", client.agent(), start), true);
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final Listener listener;
    private final Webhooks webhooks;
    private final Calls calls;
    private final ElevenLabs elevenLabs;
    private final SupabaseAuth auth;
    private final Storyteller storyteller;

    private Sandbox(Builder settings) {
        world = settings.world;
        listener = new Listener(settings.port);
        webhooks = new Webhooks(settings.webhooks, settings.clock);
        calls = new Calls(world, webhooks, settings.clock, settings.mostHeld);
        elevenLabs = new ElevenLabs(world, calls, settings.clock);
        storyteller = new Storyteller(world, calls, settings.clock);
        auth = new SupabaseAuth(world, listener.url(), settings.tokenLifetime, settings.home, settings.clock);
        listener.start(Map.of(
                "/",
                elevenLabs,
                SupabaseAuth.PREFIX,
                auth,
                OpenAi.PREFIX,
                new OpenAi(elevenLabs.faults(), elevenLabs.requests())));
    }

    /**
     * @param port 0 for any free one
     * @param webhooks where post-call webhooks go, without the client's id; null when not known yet
     */
    public static Sandbox start(World world, int port, @Nullable URI webhooks, Clock clock) {
        return builder(world).port(port).webhooks(webhooks).clock(clock).start();
    }

    public static Builder builder(World world) {
        return new Builder(world);
    }

    public World world() {
        return world;
    }

    /** The base of the ElevenLabs API, and the URL of the Supabase project. */
    public URI url() {
        return listener.url();
    }

    /** The base of OpenAI's API. */
    public URI openAiUrl() {
        return URI.create(url() + "/v1");
    }

    /** The base of Supabase Auth, and the issuer of its tokens. */
    public URI authUrl() {
        return URI.create(url() + SupabaseAuth.PREFIX);
    }

    /** Sends webhooks there from now on; the client's id is added to the path. */
    public void webhooks(URI receiver) {
        webhooks.receiver(receiver);
    }

    /**
     * Makes a conversation happen. A webhook that does not arrive at once is repeated in the background.
     *
     * @param detail as the API gives it; its agent decides whose it is; without conversation_id it gets one
     * @throws UnknownAgentException when no client has the agent
     */
    public Calls.Played play(ObjectNode detail, boolean sendWebhook) {
        return calls.play(detail, sendWebhook);
    }

    /**
     * Puts a partial detail over that of a conversation: objects are merged, all else is replaced. Visible at once in
     * detail and list; nobody is told.
     *
     * @throws NoSuchElementException when there is no such conversation
     */
    public void edit(String conversationId, ObjectNode patch) {
        calls.edit(conversationId, patch).orElseThrow();
    }

    /**
     * Deletes a conversation: it is neither listed nor given any more. Nobody is told.
     *
     * @throws NoSuchElementException when there is no such conversation
     */
    public void delete(String conversationId) {
        calls.delete(conversationId).orElseThrow();
    }

    /**
     * Ends a call that was going on; what was played of it and had to wait, its analysis too, is there now.
     *
     * @param patch put over its detail, as in {@link #edit}
     * @throws NoSuchElementException when there is no such conversation
     */
    public Calls.Played finish(String conversationId, ObjectNode patch, boolean sendWebhook) {
        return calls.finish(conversationId, patch, sendWebhook).orElseThrow();
    }

    /** So many conversations before the world was made, for each client in turn. Nobody is told: they are on record. */
    public void history(int conversations) {
        storyteller.remember(conversations);
    }

    /** What goes wrong on purpose, at ElevenLabs and OpenAI. */
    public Faults faults() {
        return elevenLabs.faults();
    }

    /** What the APIs of ElevenLabs and OpenAI were asked. */
    public Requests requests() {
        return elevenLabs.requests();
    }

    /** Access tokens, good and bad. */
    public Tokens tokens() {
        return auth.tokens();
    }

    public List<Script> scripts() {
        return Scripts.all();
    }

    Storyteller storyteller() {
        return storyteller;
    }

    @Override
    public void close() {
        webhooks.close(); // first: a request may be waiting for a receiver
        listener.close();
    }

    /** How a sandbox may be started. */
    public static final class Builder {

        private final World world;
        private int port;
        private @Nullable URI webhooks;
        private Clock clock = Clock.systemUTC();
        private Duration tokenLifetime = Duration.ofHours(1);
        private int mostHeld = 3_000;
        private @Nullable Path home;

        private Builder(World world) {
            this.world = world;
        }

        /** 0, the default, is any free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        public Builder webhooks(@Nullable URI receiver) {
            webhooks = receiver;
            return this;
        }

        public Builder clock(Clock time) {
            clock = time;
            return this;
        }

        /** How long an access token is good; an hour if not said. */
        public Builder tokenLifetime(Duration lifetime) {
            tokenLifetime = lifetime;
            return this;
        }

        /** How many of the conversations that are played to keep, 3000 if not said; the oldest others are forgotten. */
        public Builder mostHeld(int conversations) {
            mostHeld = conversations;
            return this;
        }

        /** A folder where log-ins outlive a restart; without one they are forgotten. */
        public Builder home(Path folder) {
            home = folder;
            return this;
        }

        public Sandbox start() {
            return new Sandbox(this);
        }
    }
}
