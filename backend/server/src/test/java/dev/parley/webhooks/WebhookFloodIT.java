package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Api;
import dev.parley.testing.Installation;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody tries to keep ElevenLabs from being heard. */
class WebhookFloodIT {

    private static final int STRANGERS = 300;
    private static final int NEARLY_ALL = 9 << 20;
    private static final int MORE_THAN_IS_READ = (200 << 20) + 1;

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = new OwnClient(parley);
    private final List<RawHttp> strangers = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (var stranger : strangers) {
            stranger.close();
        }
    }

    @Test
    void bodiesThatHardlyBeginKeepNobodyOut() throws Exception {
        for (int i = 0; i < STRANGERS; i++) {
            stranger(client, 5 << 20).write("{");
        }

        assertThat(deliver(client, 4)).containsOnly(200);
        assertThat(deliver(other, 4)).containsOnly(200);
    }

    @Test
    void bodiesThatStopBeforeTheirEndMakeRoom() throws Exception {
        var senders = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < 12; i++) {
            var stranger = stranger(client, 10 << 20);
            senders.submit(() -> stranger.write(new byte[NEARLY_ALL])); // as far as it is let
        }
        senders.shutdown();

        assertThat(deliver(other, 4)).containsOnly(200);
        assertThat(deliver(client, 4)).containsOnly(200);
        assertThat(delivery(client, 5 << 20).call()).isEqualTo(200);
    }

    @Test
    void manyAtOnceAreAllTaken() throws Exception {
        var statuses = new ArrayList<Future<Integer>>();
        try (var twentyAtOnce = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 60; i++) {
                statuses.add(twentyAtOnce.submit(delivery(client, 1 << 20)));
            }
        }
        for (var status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
    }

    @Test
    void whatIsTooLongIsNotRead() throws IOException {
        var stranger = stranger(client, MORE_THAN_IS_READ); // and not a byte of it

        assertThat(stranger.readToTheEnd()).startsWith("HTTP/1.1 413 ").contains("\"PAYLOAD_TOO_LARGE\"");
    }

    @Test
    void aBodyThatTricklesIsNotWaitedFor() throws Exception {
        var limit = Duration.ofSeconds(3);
        try (var installation = Installation.create();
                var server = installation.start(Map.of("PARLEY_WEBHOOK_TIMEOUT", limit.toString()));
                var trickling = new RawHttp(server.url());
                var silent = new RawHttp(server.url())) {
            var english = installation.english().id();
            trickling.write(head(english, 1_000, "trickling-" + System.nanoTime()));
            var id = "silent-" + System.nanoTime();
            silent.write(head(english, 1_000, id) + "{");
            long begun = System.nanoTime();
            await().pollInterval(Duration.ofMillis(200)).until(() -> isRefused(trickling));

            assertThat(trickling.readToTheEnd()).startsWith("HTTP/1.1 408 ").contains("\"TIMEOUT\"");
            silent.readToTheEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(limit, limit.plusSeconds(8));
            await().until(() -> "408 TIMEOUT webhook"
                    .equals(installation.one(
                            "select string_agg(concat_ws(' ', status_code, error_message, service_name,"
                                    + " client_id), ', ') from api_logs where request_id = '" + id + "'")));
        }
    }

    private RawHttp stranger(OwnClient client, long length) throws IOException {
        var stranger = new RawHttp(parley.url());
        strangers.add(stranger);
        return stranger.write(head(client.id(), length, "stranger-" + System.nanoTime()));
    }

    /** Of a request of somebody who knows a client's id and no secret. */
    private static String head(UUID client, long length, String requestId) {
        return "POST /webhooks/elevenlabs/" + client + " HTTP/1.1\r\nHost: parley\r\nX-Request-Id: " + requestId
                + "\r\nElevenLabs-Signature: t=" + Instant.now().getEpochSecond() + ",v0=00\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    /** Sends one more byte, unless there is an answer already. */
    private static boolean isRefused(RawHttp client) throws IOException {
        if (client.hasAnswer()) {
            return true;
        }
        client.write(" ");
        return false;
    }

    private List<Integer> deliver(OwnClient client, int times) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < times; i++) {
            statuses.add(delivery(client, 100).call());
        }
        return statuses;
    }

    private Callable<Integer> delivery(OwnClient client, int length) {
        var body = Parley.envelope(
                "post_call_transcription",
                client.call().user("x".repeat(length)).json(),
                Instant.now());
        return () -> {
            Api.Answer answer = parley.post(client.id(), body, client.client().webhookSecret(), Instant.now());
            return answer.status();
        };
    }
}
