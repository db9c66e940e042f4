package dev.parley.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.elevenlabs.Fault;
import dev.parley.sandbox.elevenlabs.FaultKind;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ElevenLabs deletes, empties or redacts is kept here, and marked; and each change says what changed. */
class PoorerNewsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMPTIED =
            "{\"transcript\": [], \"analysis\": {\"call_successful\": \"unknown\", \"transcript_summary\": \"\", \"data_collection_results\": null}}";

    private final Parley parley = Parley.shared();
    private final OwnClient client = OwnClient.synced(parley);
    private final Runs runs = new Runs(parley, client);

    @AfterEach
    void mend() {
        parley.sandbox().faults().clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EMPTIED,
                "{\"transcript\": [], \"analysis\": null}",
                "{\"transcript\": null}",
                "{\"transcript\": [], \"analysis\": {\"call_successful\": \"unknown\", \"transcript_summary\": \"[REDACTED]\"}}",
                "{\"analysis\": {\"transcript_summary\": \"[REDACTED]\"}}",
            })
    void whatIsEmptiedThereIsKeptHere(String patch) {
        var call = told("kept@poorer.example");
        var full = stored(call);
        parley.sandbox().edit(call.id(), json(patch));

        runs.now();

        assertThat(stored(call)).isEqualTo(full);
        assertThat(deletedAtSource(call)).isNotNull();
        assertThat(changes(call)).containsExactly("deletedAtSource");
        assertThat(api(call).path("deletedAtSource").booleanValue()).isTrue();
        assertThat(runs.now().path("changed").intValue()).as("the same again").isZero();
    }

    @Test
    void whatIsDeletedThereIsKeptHere() {
        var call = told("deleted@poorer.example");
        var full = stored(call);
        parley.sandbox().delete(call.id());

        runs.now();

        assertThat(stored(call)).isEqualTo(full);
        assertThat(deletedAtSource(call)).isNotNull();
        assertThat(runs.now().path("fetched").intValue())
                .as("it is known by now")
                .isZero();
    }

    @Test
    void whatIsGoneBetweenListAndDetailIsKeptToo() {
        var call = told("between@poorer.example");
        parley.sandbox().edit(call.id(), json("{\"analysis\": {\"transcript_summary\": \"Another.\"}}"));
        parley.sandbox().faults().add(Fault.of(FaultKind.NOT_FOUND).on(call.id() + "$"));

        var run = runs.now();

        assertThat(run.path("status").asText() + run.path("failed").intValue()).isEqualTo("SUCCEEDED0");
        assertThat(deletedAtSource(call)).isNotNull();
    }

    @Test
    void theOrderDoesNotMatter() {
        var at = TestClock.shared().instant().minusSeconds(20);
        var call = client.call().user("late@poorer.example").collected("email", "late@poorer.example");
        runs.silently(call);
        parley.sandbox().edit(call.id(), json(EMPTIED));
        runs.now();
        assertThat(parley.leadOf(call.id())).as("so far there is nothing in it").isNull();

        client.tell(call, at);

        await().until(() -> parley.leadOf(call.id()) != null);
        assertThat(api(call).path("turnCount").intValue()).isEqualTo(1);
        assertThat(api(call).path("summary").asText()).isEqualTo("They talked.");
        assertThat(deletedAtSource(call)).isNotNull();
        assertThat(changes(call)).containsExactly("callSuccessful,summary,turnCount,deletedAtSource,transcript");
    }

    @Test
    void whatIsThereAgainIsNoLongerMarked() {
        var call = told("again@poorer.example");
        parley.sandbox().edit(call.id(), json(EMPTIED));
        runs.now();

        client.tell(call, TestClock.shared().instant().plusSeconds(5));

        await().until(() -> deletedAtSource(call) == null);
        assertThat(changes(call)).containsExactly("deletedAtSource", "deletedAtSource");
    }

    @Test
    void aChangeSaysWhatChanged() {
        var call = told("changed@poorer.example");
        parley.sandbox().edit(call.id(), json("{\"analysis\": {\"transcript_summary\": \"Another.\"}}"));
        runs.now();
        parley.sandbox()
                .edit(
                        call.id(),
                        json(
                                "{\"transcript\": [{\"role\": \"user\", \"message\": \"changed@poorer.example\"}, {\"role\": \"agent\", \"message\": \"Bye\"}],"
                                        + " \"metadata\": {\"call_duration_secs\": 80}}"));
        runs.now();
        parley.sandbox()
                .edit(
                        call.id(),
                        json("{\"analysis\": {\"call_successful\": \"failure\"}, \"metadata\": {\"batch\": 1}}"));
        runs.now();

        assertThat(changes(call)).containsExactly("summary", "durationSeconds,turnCount,transcript", "callSuccessful");
    }

    /** A conversation that is on record at ElevenLabs and came by webhook. */
    private Call told(String email) {
        var call = client.call().user(email).collected("email", email);
        runs.silently(call);
        client.tell(call);
        await().until(() -> parley.leadOf(call.id()) != null);
        return call;
    }

    /** All that was stored of it, with its lead. */
    private String stored(Call call) {
        return parley.sql(
                "select c.transcript_json::text || c.analysis_json || c.metadata_json || c.turn_count || c.summary || c.call_successful"
                        + " || l.lead_quality_score || l.evidence || l.extracted_entities || l.email || l.conversation_summary"
                        + " from conversations c join leads l on l.source_conversation_id = c.id where c.elevenlabs_conversation_id = ?",
                call.id());
    }

    private String deletedAtSource(Call call) {
        return parley.sql(
                "select deleted_at_source from conversations where elevenlabs_conversation_id = ?", call.id());
    }

    /** Which fields changed, update by update. */
    private List<String> changes(Call call) {
        var changes = parley.sql(
                "select string_agg(array_to_string(e.changed_fields, ','), ' ' order by e.id) from events e"
                        + " join conversations c on c.client_id = e.client_id and c.id = e.entity_id"
                        + " where e.type = 'updated' and c.elevenlabs_conversation_id = ?",
                call.id());
        return changes == null ? List.of() : List.of(changes.split(" "));
    }

    private JsonNode api(Call call) {
        var id = parley.sql("select id from conversations where elevenlabs_conversation_id = ?", call.id());
        return client.api("viewer")
                .data("{ conversation(id: \"" + id + "\") { summary turnCount deletedAtSource } }")
                .path("conversation");
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
