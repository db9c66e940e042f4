package dev.parley.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.jobs.JobResult;
import dev.parley.jobs.JobsHere;
import dev.parley.sandbox.elevenlabs.Fault;
import dev.parley.sandbox.elevenlabs.FaultKind;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation that cannot be had costs the others nothing, is named, and is asked for again. */
class SyncFailuresIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = OwnClient.synced(parley);
    private final Runs runs = new Runs(parley, client);

    @AfterEach
    void mend() {
        parley.sandbox().faults().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, UNAVAILABLE",
        "VALIDATION, REFUSED",
        "UNAUTHORIZED, UNAUTHENTICATED",
        "MALFORMED, MALFORMED"
    })
    void aFaultOfOneConversationIsThatConversations(FaultKind kind, String code) {
        var bad = runs.silently(client.call().user("bad@failing.example"));
        var good = runs.silently(client.call().user("good@failing.example"));
        fail(kind, bad);

        var run = runs.now();

        assertThat(run.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(run.path("failed").intValue()).isEqualTo(1);
        assertThat(run.path("failures")).hasSize(1);
        var failure = run.path("failures").path(0);
        assertThat(failure.path("elevenlabsConversationId").asText()).isEqualTo(bad.id());
        assertThat(failure.path("code").asText()).isEqualTo(code);
        assertThat(parley.leadOf(good.id())).isNotNull();
        assertThat(runs.status().path("stale").booleanValue()).isFalse();
        assertThat(openAlerts()).isEqualTo("0");

        parley.sandbox().faults().clear();
        runs.now(); // a person has mended it and does not want to wait
        assertThat(parley.leadOf(bad.id())).isNotNull();
        var before = runs.status().path("runs").path(1).path("failures").path(0);
        assertThat(before.path("nextAttemptAt").isNull()).as(before.toString()).isTrue();
    }

    @Test
    void itIsAskedForAgainLaterAndLater() {
        var bad = runs.silently(client.call().user("later@failing.example"));
        fail(FaultKind.VALIDATION, bad);

        assertThat(scheduled()).hasSize(1);
        assertThat(scheduled()).as("not its time").isEmpty();
        assertThat(asked(bad)).isEqualTo(1);
        for (int attempt = 2; attempt <= 4; attempt++) {
            try (var later = TestClock.shared().turn(Duration.ofHours(attempt))) {
                var failure = scheduled().getFirst();
                assertThat(failure.path("attempts").intValue()).isEqualTo(attempt);
                var wait = Duration.between(
                        TestClock.shared().instant(),
                        Instant.parse(failure.path("nextAttemptAt").asText()));
                assertThat(wait)
                        .isBetween(
                                Duration.ofMinutes(1L << (attempt - 1)).minusSeconds(60),
                                Duration.ofMinutes(1L << (attempt - 1)));
            }
        }
        assertThat(asked(bad)).isEqualTo(4);
    }

    @Test
    void theBadOneAloneIsNoOutage() {
        fail(FaultKind.SERVER_ERROR, runs.silently(client.call().user("alone@failing.example")));

        assertThat(runs.now().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void manyBadOnesAreNoOutageWhileElevenLabsGivesOthers() {
        client.tell(runs.silently(client.call().user("known@failing.example")));
        runs.now();
        for (int i = 0; i < 5; i++) {
            fail(FaultKind.VALIDATION, runs.silently(client.call().user("bad@failing.example")));
        }

        var run = runs.now();

        assertThat(run.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(run.path("failed").intValue()).isEqualTo(5);
    }

    @Test
    void faultsOfMostDetailsAreAnOutage() {
        client.tell(runs.silently(client.call().user("known@failing.example")));
        runs.now();
        var calls = IntStream.range(0, 3)
                .mapToObj(i -> runs.silently(client.call().user("outage@failing.example")))
                .toList();
        parley.sandbox()
                .faults()
                .add(Fault.of(FaultKind.UNAVAILABLE).on("/conversations/conv_").times(Fault.ALWAYS));

        var run = runs.now();

        assertThat(run.path("status").asText() + " " + run.path("errorCode").asText())
                .isEqualTo("FAILED UNAVAILABLE");
        assertThat(run.path("failures")).isEmpty();
        assertThat(openAlerts()).isEqualTo("1");

        parley.sandbox().faults().clear();
        assertThat(runs.now().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(calls).allMatch(call -> parley.leadOf(call.id()) != null);
        assertThat(openAlerts()).isEqualTo("0");
    }

    @Test
    void pagesBehindItAreListed() {
        var start = TestClock.shared().instant().minusSeconds(1_000);
        var bad = runs.silently(client.call().startedAt(start).user("first@failing.example"));
        fail(FaultKind.VALIDATION, bad);
        for (int i = 1; i <= 100; i++) {
            runs.silently(client.call().startedAt(start.plusSeconds(i)));
        }
        var last = runs.silently(client.call().user("last@failing.example"));

        var run = runs.now();

        assertThat(run.path("listed").intValue()).isEqualTo(102);
        assertThat(run.path("failed").intValue()).isEqualTo(1);
        assertThat(parley.leadOf(last.id())).isNotNull();
    }

    private void fail(FaultKind kind, Call call) {
        parley.sandbox()
                .faults()
                .add(Fault.of(kind).on("/conversations/" + call.id() + "$").times(Fault.ALWAYS));
    }

    /** What failed in a run of the schedule. */
    private List<JsonNode> scheduled() {
        assertThat(JobsHere.run("conversations", client.id())).contains(JobResult.SUCCEEDED);
        return runs.status().path("runs").path(0).path("failures").valueStream().toList();
    }

    private long asked(Call call) {
        return parley.sandbox().requests().all().stream()
                .filter(request -> request.path().endsWith(call.id()))
                .count();
    }

    private String openAlerts() {
        return parley.sql("select count(*) from alerts where client_id = ? and closed_at is null", client.id());
    }
}
