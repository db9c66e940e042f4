package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is refused of what somebody posts as ElevenLabs, and how. */
class WebhookRefusalsIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);
    private final Call call = client.call().user("Mail me: webhook@example.com");

    @Test
    void whoeverDidNotSignItIsRefused() {
        var body = Parley.envelope("post_call_transcription", call.json(), Instant.now());
        var good = WebhookSignature.sign(body, client.client().webhookSecret(), Instant.now());
        var old = WebhookSignature.sign(
                body, client.client().webhookSecret(), Instant.now().minus(Duration.ofMinutes(31)));
        var future = WebhookSignature.sign(
                body, client.client().webhookSecret(), Instant.now().plus(Duration.ofMinutes(6)));
        var others = WebhookSignature.sign(body, other.client().webhookSecret(), Instant.now());

        var twice = good.substring(0, good.indexOf(',')) + "," + good;
        for (var signature : new String[] {null, "", "t=1", "t=x,v0=zz", old, future, others, twice}) {
            assertThat(parley.postSigned(client.id().toString(), body, signature)
                            .status())
                    .as(signature)
                    .isEqualTo(401);
        }
        var changed = new String(body, StandardCharsets.UTF_8)
                .replace("webhook@", "attacker@")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(parley.postSigned(client.id().toString(), changed, good).status())
                .isEqualTo(401);
        // Nobody learns which clients exist: one that does not looks like a wrong secret.
        assertThat(parley.postSigned(UUID.randomUUID().toString(), body, good).status())
                .isEqualTo(401);
        for (var noId :
                new String[] {"no-uuid", "1-1-1-1-1", client.id().toString().replace("-", "")}) {
            assertThat(parley.postSigned(noId, body, good).status()).as(noId).isEqualTo(404);
        }
        assertThat(parley.sql(
                        "select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ?", pattern()))
                .isEqualTo("0");
    }

    @Test
    void aBrokenOneIsRefusedWithACode() {
        var good = new String(
                Parley.envelope("post_call_transcription", call.json(), Instant.now()), StandardCharsets.UTF_8);
        var time = "\"event_timestamp\":";
        for (var text : new String[] {
            "",
            "{",
            "[]",
            "{\"type\":\"x\"}",
            "{\"data\":{},\"event_timestamp\":\"soon\"}",
            "\u0000",
            good + "{}",
            good + "x",
            good.replaceFirst("\\{", "{\"type\":\"post_call_audio\","),
            good.replaceFirst(time + "\\d+", time + "1e400"),
            good.replaceFirst(time + "\\d+", time + "-1"),
            good.replaceFirst(time, time + "9"),
            good.replaceFirst(
                    time + "\\d+", time + Instant.now().plusSeconds(320).getEpochSecond())
        }) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            var answer = parley.post(client.id(), body, client.client().webhookSecret(), Instant.now());
            assertThat(answer.status()).as(text).isEqualTo(400);
            assertThat(answer.body().path("status").asText()).isEqualTo("BAD_USER_INPUT");
        }
        assertThat(stored()).isEqualTo("0");
    }

    @Test
    void onlyPostsAreTaken() {
        var nobody = parley.withToken(null);
        for (var method : new String[] {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            var answer = nobody.send(nobody.request(parley.url().resolve("/webhooks/elevenlabs/" + client.id()))
                    .method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.response().headers().allValues("Allow")).containsExactly("POST");
            assertThat(answer.body().path("status").asText()).isEqualTo("BAD_USER_INPUT");
            assertThat(answer.body().path("requestId").asText()).isNotEmpty();
        }
    }

    @Test
    void whoIsRefusedIsHungUpOn() throws IOException {
        var path = "/webhooks/elevenlabs/" + client.id();
        var signed = "\r\nElevenLabs-Signature: t=" + Instant.now().getEpochSecond() + ",v0=00";
        for (var expected : Map.of(
                        path + " HTTP/1.1\r\nContent-Length: 1000",
                        401,
                        path + " HTTP/1.1\r\nContent-Length: 2" + signed,
                        401,
                        path + " HTTP/1.1\r\nTransfer-Encoding: chunked" + signed,
                        400,
                        "/webhooks/elevenlabs/1 HTTP/1.1\r\nContent-Length: 1000",
                        404)
                .entrySet()) {
            try (var raw = new RawHttp(parley.url())) {
                raw.write("POST " + expected.getKey() + "\r\nHost: parley\r\n\r\n{}\r\n");

                assertThat(raw.readToTheEnd())
                        .as(expected.getKey())
                        .startsWith("HTTP/1.1 " + expected.getValue())
                        .containsOnlyOnce("HTTP/1.1")
                        .contains("\"requestId\"");
            }
        }
    }

    /** The body is asked for whoever is named: an earlier answer would tell who does not exist. */
    @Test
    void nobodyLearnsWhichClientsExist() throws IOException {
        var answers = new HashSet<String>();
        for (var id : List.of(client.id(), UUID.randomUUID())) {
            try (var raw = new RawHttp(parley.url())) {
                raw.write("POST /webhooks/elevenlabs/" + id
                        + " HTTP/1.1\r\nHost: parley\r\nX-Request-Id: same-for-both\r\n"
                        + "ElevenLabs-Signature: t=" + Instant.now().getEpochSecond()
                        + ",v0=00\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
                await().until(raw::hasAnswer);
                raw.write("{}");

                answers.add(raw.readToTheEnd().replaceFirst("Date: .*", ""));
            }
        }

        assertThat(answers)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("HTTP/1.1 100 Continue")
                .contains("HTTP/1.1 401 ");
    }

    @Test
    void aSignedOneThatIsTooLargeIsRefused() {
        var body = Parley.envelope(
                "post_call_transcription", call.user("x".repeat(11 << 20)).json(), Instant.now());
        var answer = parley.post(client.id(), body, client.client().webhookSecret(), Instant.now());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("status").asText()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void anEndlessUploadOfAStrangerIsNotRead() {
        var nobody = parley.withToken(null);
        var request = nobody.request(parley.url().resolve("/webhooks/elevenlabs/" + client.id()))
                .POST(HttpRequest.BodyPublishers.ofInputStream(Zeros::new));
        var begun = System.nanoTime();
        try {
            assertThat(nobody.send(request).status()).isEqualTo(401);
        } catch (AssertionError cut) {
            assertThat(cut).hasMessage("No answer"); // hung up on while still sending: as good
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(client.api("viewer").ask("{ me { id } }").status()).isEqualTo(200);
    }

    private String stored() {
        return parley.sql("select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ?", pattern());
    }

    private String pattern() {
        return "%" + call.id() + "%";
    }

    /** Two gigabytes of nothing. */
    private static final class Zeros extends InputStream {

        private long left = 2L << 30;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            left -= length;
            return length;
        }
    }
}
