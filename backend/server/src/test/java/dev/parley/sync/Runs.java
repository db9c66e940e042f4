package dev.parley.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.time.Duration;

/** The sync of a test's own client: runs that are asked for, and what ElevenLabs has for them. */
final class Runs {

    private static final String STATUS =
            "{ syncStatus { stale obstacle lastSucceededAt nextRunAt running { id } runs { id status reason listed fetched changed failed"
                    + " errorCode failures { elevenlabsConversationId code attempts nextAttemptAt } } } }";

    private final Parley parley;
    private final OwnClient client;

    /** The run that each new client begins with is over. */
    Runs(Parley parley, OwnClient client) {
        this.parley = parley;
        this.client = client;
        await().atMost(Duration.ofSeconds(90)).until(() -> count() > 0 && isIdle());
    }

    /** On record at ElevenLabs; no webhook is sent. */
    Call silently(Call call) {
        parley.sandbox().play(call.json(), false);
        return call;
    }

    /** Asks for a run and waits for its end. */
    JsonNode now() {
        var before = count();
        assertThat(client.api("analyst")
                        .data("mutation { syncNow { requested } }")
                        .path("syncNow")
                        .path("requested")
                        .booleanValue())
                .isTrue();
        await().atMost(Duration.ofSeconds(60)).until(() -> count() > before && isIdle());
        return status().path("runs").path(0);
    }

    JsonNode status() {
        return client.api("viewer").data(STATUS).path("syncStatus");
    }

    int count() {
        return Integer.parseInt(parley.sql("select count(*) from sync_runs where client_id = ?", client.id()));
    }

    /** Nor is a run still to come that somebody has asked for. */
    private boolean isIdle() {
        var asked = parley.sql(
                "select count(*) from quartz.qrtz_triggers where trigger_group = 'conversations-asked-for'"
                        + " and trigger_name = ?",
                client.id().toString());
        return "0".equals(asked) && status().path("running").isNull();
    }
}
