package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.world.Client;
import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
            stranger(parley.english(), 5 << 20).write("{");
        }

        assertThat(deliver(parley.english(), 4)).containsOnly(200);
        assertThat(deliver(parley.russian(), 4)).containsOnly(200);
    }

    @Test
    void bodiesThatStopBeforeTheirEndMakeRoom() throws Exception {
        var senders = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < 12; i++) {
            var stranger = stranger(parley.english(), 10 << 20);
            senders.submit(() -> stranger.write(new byte[NEARLY_ALL])); // as far as it is let
        }
        senders.shutdown();

        assertThat(deliver(parley.russian(), 4)).containsOnly(200);
        assertThat(deliver(parley.english(), 4)).containsOnly(200);
        assertThat(delivery(parley.english(), 5 << 20).call()).isEqualTo(200);
    }

    @Test
    void manyAtOnceAreAllTaken() throws Exception {
        var statuses = new ArrayList<Future<Integer>>();
        try (var twentyAtOnce = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 60; i++) {
                statuses.add(twentyAtOnce.submit(delivery(parley.english(), 1 << 20)));
            }
        }
        for (var status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
    }

    @Test
    void whatIsTooLongIsNotRead() throws IOException {
        var stranger = stranger(parley.english(), MORE_THAN_IS_READ); // and not a byte of it

        assertThat(stranger.readToTheEnd()).startsWith("HTTP/1.1 413 ").contains("\"PAYLOAD_TOO_LARGE\"");
    }

    @Test
    void aBodyThatTricklesIsNotWaitedFor() throws Exception {
        var limit = Duration.ofSeconds(3);
        var settings = new HashMap<>(parley.settings());
        settings.put("PARLEY_WEBHOOK_TIMEOUT", limit.toString());
        try (var server = ServerProcess.start(settings).awaitReady();
                var trickling = new RawHttp(server.url());
                var silent = new RawHttp(server.url())) {
            trickling.write(head(parley.english(), 1_000, "trickling-" + limit.hashCode() + System.nanoTime()));
            var id = "silent-" + System.nanoTime();
            silent.write(head(parley.english(), 1_000, id) + "{");
            long begun = System.nanoTime();
            await().pollInterval(Duration.ofMillis(200)).until(() -> isRefused(trickling));

            assertThat(trickling.readToTheEnd()).startsWith("HTTP/1.1 408 ").contains("\"TIMEOUT\"");
            silent.readToTheEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(limit, limit.plusSeconds(8));
            await().until(() -> "408 TIMEOUT webhook"
                    .equals(parley.sql(
                            "select concat_ws(' ', status_code, error_message, service_name, client_id) from api_logs"
                                    + " where request_id = ?",
                            id)));
        }
    }

    private RawHttp stranger(Client client, long length) throws IOException {
        var stranger = new RawHttp(parley.url());
        strangers.add(stranger);
        return stranger.write(head(client, length, "stranger-" + System.nanoTime()));
    }

    /** Of a request of somebody who knows a client's id and no secret. */
    private static String head(Client client, long length, String requestId) {
        return "POST /webhooks/elevenlabs/" + client.id() + " HTTP/1.1\r\nHost: parley\r\nX-Request-Id: " + requestId
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

    private List<Integer> deliver(Client client, int times) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < times; i++) {
            statuses.add(delivery(client, 100).call());
        }
        return statuses;
    }

    private Callable<Integer> delivery(Client client, int length) {
        var body = Parley.envelope(
                "post_call_transcription",
                Call.to(client.agent().id()).user("x".repeat(length)).json(),
                Instant.now());
        return () -> {
            Api.Answer answer = parley.post(client.id(), body, client.webhookSecret(), Instant.now());
            return answer.status();
        };
    }
}
