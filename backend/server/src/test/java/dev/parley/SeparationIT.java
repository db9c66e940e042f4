package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client's people never meet another client's conversations and leads: not by id, list, cursor, event or edit. */
class SeparationIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    private Call call;
    private String lead;
    private String conversation;
    private Api insider;
    private Api outsider;

    @BeforeEach
    void aLeadOfTheOtherClient() {
        call = client.call().user("Write to secret@harbor.example please.");
        client.tell(call);
        await().until(() -> parley.leadOf(call.id()) != null);
        lead = parley.leadOf(call.id());
        conversation = parley.sql("select id from conversations where elevenlabs_conversation_id = ?", call.id());
        insider = client.api("owner");
        outsider = other.api("owner");
    }

    @Test
    void notById() {
        var query =
                "query($lead: ID!, $conversation: ID!) { lead(id: $lead) { email } conversation(id: $conversation) { id } }";
        var ids = Map.of("lead", lead, "conversation", conversation);

        assertThat(insider.data(query, ids).path("lead").path("email").asText()).isEqualTo("secret@harbor.example");
        assertThat(outsider.data(query, ids).toString()).isEqualTo("{\"lead\":null,\"conversation\":null}");
    }

    @Test
    void notInLists() {
        var query =
                "{ leads(first: 200) { nodes { id } totalCount } conversations(first: 200) { nodes { id } totalCount } }";

        assertThat(insider.data(query).toString()).contains(lead, conversation);
        assertThat(outsider.data(query).toString()).doesNotContain(lead, conversation);
    }

    @Test
    void notThroughAnotherClientsCursor() {
        var own = other.call().user("Write to own@north.example please.");
        other.tell(own);
        await().until(() -> parley.leadOf(own.id()) != null);
        aLeadOfTheOtherClient(); // newer, so that the own one comes after it
        var cursor = insider.data("{ leads(first: 1) { pageInfo { endCursor } } }")
                .path("leads")
                .path("pageInfo")
                .path("endCursor")
                .asText();
        var rows = outsider.data(
                        "query($after: String) { leads(first: 200, after: $after) { nodes { email } } }",
                        Map.of("after", cursor))
                .path("leads")
                .path("nodes");

        assertThat(rows)
                .extracting(row -> row.path("email").asText())
                .contains("own@north.example")
                .noneMatch(email -> email.endsWith("harbor.example"));
    }

    @Test
    void notByEdit() {
        var answer = outsider.data(
                "mutation($id: ID!) { updateLead(id: $id, version: 1, input: {name: \"Mine\"}) { lead { id } problems { code } } }",
                Map.of("id", lead));

        assertThat(answer.path("updateLead")
                        .path("problems")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(parley.sql("select name from leads where id = ?::uuid", lead))
                .isNull();
    }

    @Test
    void notBySubscription() {
        try (var outside = other.socket();
                var inside = client.socket()) {
            var query = "subscription($after: ID) { leadEvents(after: $after) { id lead { email } } }";
            outside.subscribe("1", query, Map.of("after", "0"));
            inside.subscribe("1", query, Map.of());
            var another = client.call().user("And to second@harbor.example.");
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                client.tell(another.id("conv_" + System.nanoTime()));
                return inside.poll(Duration.ofMillis(500)) != null;
            });

            // A lead of their own ends the wait: whatever came before it would have been delivered before it.
            var own = other.call().user("Пишите на svoy@dom.example");
            other.tell(own);
            var seen = new StringBuilder();
            while (!seen.toString().contains("svoy@dom.example")) {
                seen.append(outside.nextData());
            }
            assertThat(seen.toString()).doesNotContain("harbor.example");
        }
    }
}
