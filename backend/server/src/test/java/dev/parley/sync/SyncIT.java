package dev.parley.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.jobs.JobsHere;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations arrive by themselves, whatever ElevenLabs does. */
class SyncIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = OwnClient.synced(parley);
    private final Runs runs = new Runs(parley, client);

    @BeforeEach
    @AfterEach
    void calm() {
        control("DELETE", "/control/faults", "");
        control("DELETE", "/control/requests", "");
    }

    @Test
    void whatNobodyToldUsOfIsFoundAndAskedForOnce() {
        var call = runs.silently(client.call().user("My mail is quiet@example.com"));

        var run = runs.now();

        assertThat(run.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(run.path("fetched").intValue()).isPositive();
        assertThat(parley.sql("select email from leads where id = ?::uuid", parley.leadOf(call.id())))
                .isEqualTo("quiet@example.com");

        var again = runs.now();
        assertThat(again.path("listed").intValue()).isPositive();
        assertThat(again.path("fetched").intValue()).as("nothing is new").isZero();
        assertThat(again.path("changed").intValue()).isZero();
    }

    @Test
    void aCallInProgressIsReadAgainUntilItIsOver() {
        var call = runs.silently(client.call().status("in-progress").user("Still talking, later@example.com"));
        runs.now();
        assertThat(statusOf(call)).isEqualTo("in-progress");

        control(
                "PATCH",
                "/control/conversations/" + call.id(),
                "{\"status\":\"done\",\"analysis\":{\"call_successful\":\"success\",\"transcript_summary\":\"Over.\"}}");
        runs.now();

        assertThat(statusOf(call)).isEqualTo("done");
        assertThat(parley.leadOf(call.id())).isNotNull();
    }

    @Test
    void anAnalysisEditedLaterIsTakenOver() {
        var call = runs.silently(client.call().user("edited@example.com").summary("First."));
        runs.now();

        control("PATCH", "/control/conversations/" + call.id(), "{\"analysis\":{\"transcript_summary\":\"Second.\"}}");
        var run = runs.now();

        assertThat(run.path("changed").intValue()).isEqualTo(1);
        assertThat(parley.sql("select conversation_summary from leads where id = ?::uuid", parley.leadOf(call.id())))
                .isEqualTo("Second.");
    }

    @Test
    void webhookAndSyncAtOnceEndInTheSameRows() throws Exception {
        var call = runs.silently(client.call().user("race@example.com"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var told = threads.submit(() -> client.tell(call));
            runs.now();
            told.get();
        }
        await().until(() -> parley.sql("select count(*) from inbound_webhooks where status = 'pending'")
                .equals("0"));
        runs.now();

        assertThat(parley.sql("select count(*) from conversations where elevenlabs_conversation_id = ?", call.id()))
                .isEqualTo("1");
        assertThat(parley.sql(
                        "select string_agg(e.entity || ' ' || e.type, ', ' order by e.id) from events e join conversations c"
                                + " on c.client_id = e.client_id left join leads l on l.source_conversation_id = c.id"
                                + " where e.entity_id in (c.id, l.id) and c.elevenlabs_conversation_id = ?",
                        call.id()))
                .isEqualTo("conversation created, lead created");
    }

    @Test
    void passingTroubleIsRiddenOut() {
        var call = runs.silently(client.call().user("trouble@example.com"));
        for (var fault : new String[] {
            "{\"path\":\"/v1/.*\",\"kind\":\"rate_limit\",\"count\":1,\"retryAfterSeconds\":1}",
            "{\"path\":\"/v1/.*\",\"kind\":\"concurrency\",\"count\":1}",
            "{\"path\":\"/v1/.*\",\"kind\":\"server_error\",\"count\":1}",
            "{\"path\":\"/v1/.*\",\"kind\":\"cut_off\",\"count\":1}",
            "{\"path\":\"/v1/.*\",\"kind\":\"html\",\"count\":1}"
        }) {
            control("POST", "/control/faults", fault);
        }

        assertThat(runs.now().path("status").asText()).isEqualTo("SUCCEEDED");

        assertThat(parley.leadOf(call.id())).isNotNull();
        await().untilAsserted(() -> assertThat(Integer.parseInt(parley.sql(
                        "select count(*) from api_logs where service_name = 'elevenlabs'"
                                + " and client_id = ? and error_message in ('RATE_LIMITED', 'TOO_MANY_AT_ONCE', 'UNAVAILABLE', 'MALFORMED')",
                        client.id())))
                .isGreaterThanOrEqualTo(5));
    }

    @Test
    void anOutageOpensAnAlertThatClosesByItself() {
        try (var socket = client.socket()) {
            socket.subscribe(
                    "1", "subscription { alertEvents { type alert { kind code closedAt } } }", java.util.Map.of());
            var call = runs.silently(client.call().user("outage@example.com"));
            control("POST", "/control/faults", "{\"path\":\"/v1/.*\",\"kind\":\"unavailable\",\"count\":-1}");

            var run = runs.now();

            assertThat(run.path("status").asText() + " " + run.path("errorCode").asText())
                    .isEqualTo("FAILED UNAVAILABLE");
            assertThat(runs.status().path("stale").booleanValue()).isTrue();
            var opened = socket.nextData().path("alertEvents");
            assertThat(opened.path("type").asText()
                            + opened.path("alert").path("kind").asText())
                    .isEqualTo("CREATEDELEVENLABS_UNAVAILABLE");
            // Everything else works.
            var told = client.call().user("meanwhile@example.com");
            client.tell(told);
            await().until(() -> parley.leadOf(told.id()) != null);
            assertThat(client.api("viewer").data("{ alerts { kind closedAt } }").path("alerts"))
                    .hasSizeGreaterThanOrEqualTo(1);

            // So often that nothing is sent any more for a while; the first run after the outage waits for that.
            for (int more = 0; more < 4; more++) {
                assertThat(runs.now().path("status").asText()).isEqualTo("FAILED");
            }
            control("DELETE", "/control/faults", "");
            var first = runs.now();
            assertThat(first.path("status").asText()).as(first.toString()).isEqualTo("SUCCEEDED");

            var closed = socket.nextData().path("alertEvents");
            assertThat(closed.path("type").asText()).isEqualTo("UPDATED");
            assertThat(closed.path("alert").path("closedAt").isNull()).isFalse();
            assertThat(parley.leadOf(call.id())).isNotNull();
            assertThat(runs.status().path("stale").booleanValue()).isFalse();
        }
    }

    @Test
    void aRefusedKeyIsNotTriedOverAndOver() {
        control("POST", "/control/faults", "{\"path\":\"/v1/.*\",\"kind\":\"missing_permissions\",\"count\":-1}");

        var run = runs.now();

        assertThat(run.path("errorCode").asText()).isEqualTo("PERMISSION_MISSING");
        assertThat(parley.sql(
                        "select kind from alerts where client_id = ? and closed_at is null and kind = 'elevenlabs_refused'",
                        client.id()))
                .isEqualTo("elevenlabs_refused");
        control("DELETE", "/control/faults", "");
        runs.now();
        assertThat(parley.sql("select count(*) from alerts where client_id = ? and closed_at is null", client.id()))
                .isEqualTo("0");
    }

    @Test
    void whoRefusesIsNotAway() {
        control("POST", "/control/faults", "{\"path\":\"/v1/.*\",\"kind\":\"unavailable\",\"count\":-1}");
        runs.now();
        control("DELETE", "/control/faults", "");
        control("POST", "/control/faults", "{\"path\":\"/v1/.*\",\"kind\":\"missing_permissions\",\"count\":-1}");

        runs.now();

        assertThat(parley.sql(
                        "select string_agg(kind, ',') from alerts where client_id = ? and closed_at is null",
                        client.id()))
                .isEqualTo("elevenlabs_refused");
        control("DELETE", "/control/faults", "");
        runs.now();
    }

    @Test
    void anOutageAndARefusedKeyAreNeverAlertsAtOnce() {
        var met = new java.util.ArrayList<String>();
        for (var fault : new String[] {"missing_permissions", "unavailable", "missing_permissions"}) {
            control("DELETE", "/control/faults", "");
            control("POST", "/control/faults", "{\"path\":\"/v1/.*\",\"kind\":\"" + fault + "\",\"count\":-1}");
            assertThat(runs.now().path("status").asText()).isEqualTo("FAILED");
            met.add(parley.sql(
                    "select string_agg(kind, ' ') from alerts where client_id = ? and closed_at is null", client.id()));
        }
        control("DELETE", "/control/faults", "");
        assertThat(runs.now().path("status").asText()).isEqualTo("SUCCEEDED");

        assertThat(met).containsExactly("elevenlabs_refused", "elevenlabs_unavailable", "elevenlabs_refused");
        assertThat(parley.sql("select count(*) from alerts where client_id = ? and closed_at is null", client.id()))
                .isEqualTo("0");
    }

    @Test
    void aClientWithoutAKeyIsLeftAloneWithAReason() {
        var retired = "update api_credentials set retired_at = %s where client_id = '" + client.id()
                + "' and kind = 'elevenlabs_api_key' returning id";
        parley.sql(retired.formatted("now()"));
        try {
            assertThat(runs.status().path("obstacle").asText()).isEqualTo("NO_API_KEY");
            assertThat(client.api("analyst")
                            .data("mutation { syncNow { requested obstacle } }")
                            .path("syncNow")
                            .toString())
                    .isEqualTo("{\"requested\":false,\"obstacle\":\"NO_API_KEY\"}");
        } finally {
            parley.sql(retired.formatted("null"));
        }
    }

    @Test
    void aTriggerThatStoppedFiringIsSetUpAnew() {
        var trigger = " where trigger_group = 'conversations' and trigger_name = '" + client.id() + "'";
        for (var damage : new String[] {
            "delete from quartz.qrtz_simple_triggers" + trigger + " returning 1",
            "update quartz.qrtz_triggers set trigger_state = 'ERROR'" + trigger + " returning 1",
            "update quartz.qrtz_triggers set next_fire_time = 1000, trigger_state = 'PAUSED'" + trigger + " returning 1"
        }) {
            if (damage.startsWith("delete")) {
                parley.sql(damage);
                parley.sql("delete from quartz.qrtz_triggers" + trigger + " returning 1");
            } else {
                parley.sql(damage);
            }
            var before = runs.count();

            JobsHere.look();

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(runs.count()).as(damage).isGreaterThan(before));
            await().until(() -> runs.status().path("running").isNull());
            assertThat(parley.sql(
                            "select code from alerts where client_id = ? and kind = 'sync_stalled' order by opened_at desc limit 1",
                            client.id()))
                    .startsWith("TRIGGER_");
        }
        assertThat(runs.status().path("nextRunAt").isNull()).isFalse();
    }

    @Test
    void progressIsTold() {
        try (var socket = client.socket()) {
            socket.subscribe(
                    "1",
                    "subscription($after: ID) { syncProgress(after: $after) { type run { id status listed } } }",
                    java.util.Map.of(
                            "after",
                            parley.sql("select coalesce(max(id), 0) from events where client_id = ?", client.id())));
            runs.silently(client.call().user("progress@example.com"));
            runs.now();

            assertThat(socket.nextData().path("syncProgress").path("type").asText())
                    .isEqualTo("CREATED");
            JsonNode last;
            do {
                last = socket.nextData().path("syncProgress");
            } while (last.path("run").path("status").asText().equals("RUNNING"));
            assertThat(last.path("run").path("status").asText()).isEqualTo("SUCCEEDED");
        }
    }

    private String statusOf(Call call) {
        return parley.sql("select status from conversations where elevenlabs_conversation_id = ?", call.id());
    }

    private void control(String method, String path, String body) {
        var nobody = parley.withToken(null);
        var answer = nobody.send(HttpRequest.newBuilder(parley.sandbox().url().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.body())
                .isBetween(200, 299);
    }
}
