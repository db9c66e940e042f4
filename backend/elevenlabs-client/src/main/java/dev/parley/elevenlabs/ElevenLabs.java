package dev.parley.elevenlabs;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way in: one client per API key. Safe for several threads. Retries nothing; that is the caller's policy. */
public final class ElevenLabs {

    private final Conversations conversations;
    private final Agents agents;
    private final Webhooks webhooks;

    private ElevenLabs(Builder builder) {
        if (builder.apiKey == null) {
            throw new IllegalArgumentException("An API key is needed");
        }
        var http = builder.http != null
                ? builder.http
                : HttpClient.newBuilder().connectTimeout(builder.connectTimeout).build();
        var transport = new Transport(http, builder.baseUrl, builder.apiKey, builder.requestTimeout, builder.clock);
        conversations = new Conversations(transport);
        agents = new Agents(transport);
        webhooks = new Webhooks(builder.clock);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Conversations conversations() {
        return conversations;
    }

    public Agents agents() {
        return agents;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** Settings of a client. */
    public static final class Builder {

        private @Nullable String apiKey;
        private URI baseUrl = URI.create("https://api.elevenlabs.io");
        private @Nullable HttpClient http;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration requestTimeout = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /** May carry a path prefix. */
        public Builder baseUrl(URI baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /** To share connections between clients with different keys. Its own connect time-out holds then. */
        public Builder httpClient(HttpClient client) {
            this.http = client;
            return this;
        }

        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = connectTimeout;
            return this;
        }

        /** From sending a request to its whole answer; of a recording, to its start and then from one piece to the next. */
        public Builder requestTimeout(Duration requestTimeout) {
            this.requestTimeout = requestTimeout;
            return this;
        }

        /** Decides how old a webhook is, and how far away the time is until which the API asks to wait. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        public ElevenLabs build() {
            return new ElevenLabs(this);
        }
    }
}
