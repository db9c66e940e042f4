package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.testing.Call;
import dev.parley.testing.LogLines;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ElevenLabs (or somebody pretending to be) posts. */
class WebhooksIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final Call call = client.call().user("Mail me: webhook@example.com");

    @Test
    void aSignedOneIsStoredAnsweredAndProcessed() {
        var body = Parley.envelope("post_call_transcription", call.json(), Instant.now());
        var answer = parley.post(client.id(), body, client.client().webhookSecret(), Instant.now());

        assertThat(answer.status()).isEqualTo(200);
        var requestId = answer.response().headers().firstValue("X-Request-Id").orElseThrow();
        await().until(() -> parley.leadOf(call.id()) != null);
        assertThat(parley.sql("select status from inbound_webhooks where request_id = ?", requestId))
                .isEqualTo("processed");
        assertThat(parley.sql(
                        "select convert_from(body, 'UTF8') from inbound_webhooks where request_id = ?", requestId))
                .isEqualTo(new String(body, StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(parley.sql(
                        "select concat_ws(' ', client_id, service_name, method, status_code) from api_logs where request_id = ?",
                        requestId))
                .isEqualTo(client.id() + " webhook POST 200"));
    }

    @Test
    void theSameAgainChangesNothing() {
        var now = Instant.now();
        client.tell(call, now);
        await().until(() -> parley.leadOf(call.id()) != null);
        var before = state();

        client.tell(call, now); // the very same delivery
        client.tell(call, now.plusSeconds(1)); // the same news, told again
        await().until(() -> parley.sql(
                        "select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ? and status = 'pending'",
                        pattern())
                .equals("0"));

        assertThat(state()).isEqualTo(before);
        assertThat(parley.sql(
                        "select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ?", pattern()))
                .isEqualTo("2");
    }

    @Test
    void olderNewsNeverOverwritesNewer() {
        var now = Instant.now();
        client.tell(call.summary("The newer summary"), now);
        await().until(() -> parley.leadOf(call.id()) != null);

        client.tell(call.summary("The older summary"), now.minusSeconds(60));
        client.tell(call.status("in-progress"), now.plusSeconds(60));
        await().until(() -> parley.sql(
                        "select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ? and status = 'pending'",
                        pattern())
                .equals("0"));

        assertThat(parley.sql(
                        "select summary || ' ' || status from conversations where elevenlabs_conversation_id = ?",
                        call.id()))
                .isEqualTo("The newer summary done");
    }

    @Test
    void whatSpeaksOfARecordingIsNone() {
        var told = call.json();
        var early =
                (ObjectNode) told.objectNode().set("first", told.objectNode().put("type", "audio"));
        early.setAll(told);
        var body = Parley.envelope("post_call_transcription", early, Instant.now());
        assertThat(new String(body, 0, 512, StandardCharsets.UTF_8)).contains("\"type\":\"audio\"");
        var answer = parley.post(client.id(), body, client.client().webhookSecret(), Instant.now());

        assertThat(answer.body().path("status").asText()).isEqualTo("STORED");
        await().until(() -> parley.leadOf(call.id()) != null);

        var long_ = call.user("x".repeat(11 << 20)).json();
        early.setAll(long_);
        body = Parley.envelope("post_call_transcription", early, Instant.now());
        assertThat(parley.post(client.id(), body, client.client().webhookSecret(), Instant.now())
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatNoConversationNamesIsToldApartByItsContent() {
        var now = Instant.now();
        var statuses = new ArrayList<String>();
        for (var number : new String[] {"1", "2", "1"}) {
            var data = call.json();
            data.remove("conversation_id");
            data.put("number", number).put("of", call.id());
            var body = Parley.envelope("something_new", data, now);
            var answer = parley.post(client.id(), body, client.client().webhookSecret(), now);
            statuses.add(answer.body().path("status").asText());
        }

        assertThat(statuses).containsOnly("STORED");
        assertThat(stored()).isEqualTo("2");
    }

    @Test
    void oneThatCannotBeUnderstoodIsKeptToBeLookedAt() {
        var data = call.json();
        data.remove("status");
        var body = Parley.envelope("post_call_transcription", data, Instant.now());

        assertThat(parley.post(client.id(), body, client.client().webhookSecret(), Instant.now())
                        .status())
                .isEqualTo(200);

        await().until(() -> "given_up given_up UnexpectedResponseException"
                .equals(parley.sql(
                        "select concat_ws(' ', w.status, i.status, i.error_code) from inbound_webhooks w"
                                + " join work_items i on i.client_id = w.client_id and i.subject_id = w.id"
                                + " where convert_from(w.body, 'UTF8') like ?",
                        pattern())));
    }

    @Test
    void whereAFailureHappensIsSaidOnce() {
        var requestId = "failing-" + call.id();
        try (var log = new LogLines("dev.parley.work.ItemRunner")) {
            refuseConversation(true);
            var body = Parley.envelope("post_call_transcription", call.json(), Instant.now());
            var request = parley.withToken(null)
                    .request(parley.url().resolve("/webhooks/elevenlabs/" + client.id()))
                    .header("X-Request-Id", requestId)
                    .header(
                            "ElevenLabs-Signature",
                            WebhookSignature.sign(body, client.client().webhookSecret(), Instant.now()))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            assertThat(parley.withToken(null).send(request).status()).isEqualTo(200);
            await().until(() -> "waiting 1".equals(progress(requestId)));
            await().untilAsserted(
                            () -> assertThat(log.of(requestId)).singleElement().satisfies(line -> {
                                assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                                assertThat(line.getThrowableProxy()).isNotNull();
                            }));

            tryAgain(requestId);
            await().until(() -> "waiting 2".equals(progress(requestId)));
            await().untilAsserted(() -> assertThat(log.of(requestId))
                    .hasSize(2)
                    .last()
                    .satisfies(line -> {
                        assertThat(line.getLevel()).isEqualTo(Level.WARN);
                        assertThat(line.getFormattedMessage()).endsWith("attempt 2 of 5: PersistenceException");
                        assertThat(line.getThrowableProxy()).isNull();
                    }));
        } finally {
            refuseConversation(false);
        }
        tryAgain(requestId);
        await().until(() ->
                "processed".equals(parley.sql("select status from inbound_webhooks where request_id = ?", requestId)));
    }

    private void refuseConversation(boolean refuse) {
        var name = "refuse_" + call.id();
        parley.execute(
                refuse
                        ? "alter table conversations add constraint %s check (elevenlabs_conversation_id <> '%s') not valid"
                                .formatted(name, call.id())
                        : "alter table conversations drop constraint if exists " + name);
    }

    private @Nullable String progress(String requestId) {
        return parley.sql("select status || ' ' || attempts from work_items where request_id = ?", requestId);
    }

    private void tryAgain(String requestId) {
        parley.sql("update work_items set due_at = added_at where request_id = ? returning id", requestId);
    }

    /** Until the last of its servers is stopped; they write when a webhook is due into the webhook itself. */
    @Test
    void whatAServerOfTheVersionBeforeStoresIsProcessedToo() {
        parley.sql(
                "insert into inbound_webhooks (client_id, source, type, dedupe_key, body, next_attempt_at, received_at)"
                        + " values (?, 'elevenlabs', 'post_call_transcription', 'k', ?, now(), now()) returning id",
                client.id(),
                Parley.envelope("post_call_transcription", call.json(), Instant.now()));

        await().until(() -> parley.leadOf(call.id()) != null);
    }

    @Test
    void unknownTypesAreStoredAndLeftAlone() {
        var body = Parley.envelope("something_new", call.json(), Instant.now());
        parley.post(client.id(), body, client.client().webhookSecret(), Instant.now());

        await().until(() -> "ignored"
                .equals(parley.sql(
                        "select status from inbound_webhooks where convert_from(body, 'UTF8') like ?", pattern())));
        assertThat(parley.leadOf(call.id())).isNull();
    }

    @Test
    void recordingsAreAnsweredAndDropped() {
        var data = call.json();
        data.put("full_audio", "QUJD".repeat(4 << 20)); // 16 MiB, more than is ever stored
        var body = Parley.envelope("post_call_audio", data, Instant.now());
        var answer = parley.post(client.id(), body, client.client().webhookSecret(), Instant.now());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("DROPPED");
        assertThat(parley.sql(
                        "select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ?", pattern()))
                .isEqualTo("0");
    }

    @Test
    void aCallOfAnAgentNobodyListsIsShownWithoutOne() {
        var strange = Call.to("agent_nobody_lists").user("My mail is stray@example.com");
        client.tell(strange);
        await().until(() -> parley.leadOf(strange.id()) != null);

        var conversations = client.api("viewer")
                .data("{ conversations(first: 200) { nodes { elevenlabsConversationId agent { name } } } }")
                .path("conversations")
                .path("nodes");

        assertThat(conversations).anySatisfy(one -> {
            assertThat(one.path("elevenlabsConversationId").asText()).isEqualTo(strange.id());
            assertThat(one.path("agent").isNull()).isTrue();
        });
    }

    @Test
    void whatPostgresqlCannotStoreIsLeftOutAndTheRestIsKept() {
        client.tell(call.agent("a\0b C:\\u0000 \ud800 \ud83d\ude00")
                .summary("A\0 summary")
                .collected("name", "Iv\0an"));

        await().until(() -> parley.leadOf(call.id()) != null);
        assertThat(parley.sql(
                        "select l.name || ' ' || c.summary || ' ' || (c.transcript_json -> 1 ->> 'message') from leads l"
                                + " join conversations c on c.id = l.source_conversation_id where c.elevenlabs_conversation_id = ?",
                        call.id()))
                .isEqualTo("Ivan A summary ab C:\\u0000 ? \ud83d\ude00");
    }

    @Test
    void numbersThatCannotBeAreLeftOutAndATimeThatCannotBeIsNoConversation() {
        var odd = call.json();
        odd.withObjectProperty("metadata").put("call_duration_secs", -5);
        odd.withObjectProperty("analysis").putObject("sentiment_analysis").put("overall_sentiment_score", 7);
        odd.putObject("sentiment_analysis").put("overall_sentiment_score", 7);
        parley.post(
                client.id(),
                Parley.envelope("post_call_transcription", odd, Instant.now()),
                client.client().webhookSecret(),
                Instant.now());
        await().until(() -> parley.leadOf(call.id()) != null);

        var never = client.call().user("never@example.com").startedAt(Instant.ofEpochSecond(100_000_000_000_000L));
        client.tell(never);
        await().until(() -> "given_up"
                .equals(parley.sql(
                        "select status from inbound_webhooks where convert_from(body, 'UTF8') like ?",
                        "%" + never.id() + "%")));
    }

    @Test
    void olderNewsOfAnUnfinishedConversationDoNotOverwriteNewer() {
        var now = Instant.now();
        client.tell(call.status("processing"), now);
        await().until(() -> "processing".equals(status()));
        client.tell(call.status("initiated"), now.minusSeconds(50));
        await().until(() -> parley.sql(
                        "select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ? and status = 'pending'",
                        pattern())
                .equals("0"));

        assertThat(status()).isEqualTo("processing");
        client.tell(call.status("done"), now.minusSeconds(10));
        await().until(() -> "done".equals(status()));
    }

    @Test
    void aTurnMadeToKeepUsBusyDoesNot() {
        var flood = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            flood.append("a").append(i).append("@b").append(i).append(".ru ");
        }
        var begun = System.nanoTime();
        client.tell(call.user(flood.toString()).user("1 ".repeat(400_000)).user("(1".repeat(300_000)));

        await().atMost(Duration.ofSeconds(30)).until(() -> parley.leadOf(call.id()) != null);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    /** How many deliveries with this test's conversation id there are. */
    private String stored() {
        return parley.sql("select count(*) from inbound_webhooks where convert_from(body, 'UTF8') like ?", pattern());
    }

    private String status() {
        return parley.sql("select status from conversations where elevenlabs_conversation_id = ?", call.id());
    }

    private String pattern() {
        return "%" + call.id() + "%";
    }

    /** Everything that could have changed: the rows, and the events about them. */
    private String state() {
        return parley.sql(
                "select jsonb_build_object('c', to_jsonb(c), 'l', to_jsonb(l), 'events', (select count(*) from events e"
                        + " where e.entity_id in (c.id, l.id)))::text from conversations c join leads l on l.source_conversation_id = c.id"
                        + " where c.elevenlabs_conversation_id = ?",
                call.id());
    }
}
