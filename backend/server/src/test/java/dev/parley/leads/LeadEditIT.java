package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.Parley;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people may change of a lead, and what stands in the way. */
class LeadEditIT {

    private static final String UPDATE =
            """
            mutation($id: ID!, $version: Int!, $input: UpdateLeadInput!) {
              updateLead(id: $id, version: $version, input: $input) {
                lead { name email phone company status notes version } problems { code field message } } }""";

    private final Parley parley = Parley.shared();
    private final Call call = Call.to(parley.english().agent().id()).user("I am Ann, ann@example.com, 415 555 2671.");

    private String lead;
    private int version;

    @BeforeEach
    void aLead() {
        parley.tell(
                parley.english(), call.collected("name", "Ann"), Instant.now().minusSeconds(30));
        await().until(() -> parley.leadOf(call.id()) != null);
        lead = parley.leadOf(call.id());
        version = version();
    }

    @Test
    void anAnalystChangesWhatIsGivenAndNothingElse() {
        var updated = update(Map.of("company", "  Harbor Ltd ", "status", "CONTACTED", "phone", "+1 415-555-2672"));

        assertThat(updated.path("problems")).isEmpty();
        var changed = updated.path("lead");
        assertThat(changed.path("company").asText()).isEqualTo("Harbor Ltd");
        assertThat(changed.path("status").asText()).isEqualTo("CONTACTED");
        assertThat(changed.path("phone").asText()).isEqualTo("+14155552672");
        assertThat(changed.path("name").asText()).isEqualTo("Ann");
        assertThat(changed.path("version").intValue()).isGreaterThan(version);
        assertThat(parley.sql(
                        "select array_to_string(changed_fields, ' ') from audit_log where entity_id = ?::uuid", lead))
                .contains("phone", "company", "status");
        assertThat(parley.sql(
                        "select array_to_string(changed_fields, ' ') from events where entity_id = ?::uuid and type = 'updated'",
                        lead))
                .contains("phone", "company", "status");
    }

    @Test
    void nullAndNothingClearAFieldAndAbsenceLeavesIt() {
        var input = new HashMap<String, Object>();
        input.put("name", null);
        input.put("email", " ");

        var changed = update(input).path("lead");

        assertThat(changed.path("name").isNull()).isTrue();
        assertThat(changed.path("email").isNull()).isTrue();
        assertThat(changed.path("phone").asText()).isEqualTo("+14155552671");
    }

    @Test
    void anOlderVersionIsAConflictAndChangesNothing() {
        update(Map.of("notes", "first"));

        var late = update(Map.of("notes", "second"));

        assertThat(late.path("lead").isNull()).isTrue();
        assertThat(late.path("problems").path(0).path("code").asText()).isEqualTo("CONFLICT");
        assertThat(parley.sql("select notes from leads where id = ?::uuid", lead))
                .isEqualTo("first");
    }

    @Test
    void twoAtOnceDoNotBothWin() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Api.Answer> edit = () -> parley.as(parley.english(), "analyst")
                    .ask(UPDATE, variables(Map.of("notes", "n" + System.nanoTime())));
            var answers = pool.invokeAll(Collections.nCopies(8, edit));
            int won = 0;
            for (var answer : answers) {
                var body = answer.get();
                boolean done = body.data().path("updateLead").path("lead").isObject();
                won += done ? 1 : 0;
                if (!done) {
                    assertThat(body.code()
                                    + body.data()
                                            .path("updateLead")
                                            .path("problems")
                                            .path(0)
                                            .path("code")
                                            .asText())
                            .isEqualTo("CONFLICT");
                }
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void badValuesAreNamedByFieldAndNothingIsStored() {
        var problems = update(Map.of("email", "nobody", "phone", "12", "name", "x".repeat(201), "company", "Good"))
                .path("problems");

        assertThat(problems)
                .extracting(problem -> problem.path("field").asText() + " "
                        + problem.path("code").asText())
                .containsExactlyInAnyOrder("email INVALID", "phone INVALID", "name INVALID");
        assertThat(parley.sql("select company from leads where id = ?::uuid", lead))
                .isNull();
    }

    @Test
    void whatAPersonSetStaysWhenTheConversationIsToldAgain() {
        update(Map.of("name", "Anna Maria"));

        parley.tell(
                parley.english(),
                call.collected("name", "Anne").collected("company", "Acme").summary("Another"),
                Instant.now());

        await().until(() -> "Acme".equals(parley.sql("select company from leads where id = ?::uuid", lead)));
        assertThat(parley.sql("select name from leads where id = ?::uuid", lead))
                .isEqualTo("Anna Maria");
    }

    @Test
    void aViewerIsRefused() {
        var answer = parley.as(parley.english(), "viewer").ask(UPDATE, variables(Map.of("notes", "x")));

        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(parley.sql("select notes from leads where id = ?::uuid", lead))
                .isNull();
    }

    private JsonNode update(Map<String, ?> input) {
        return parley.as(parley.english(), "analyst")
                .data(UPDATE, variables(input))
                .path("updateLead");
    }

    private Map<String, Object> variables(Map<String, ?> input) {
        return Map.of("id", lead, "version", version, "input", input);
    }

    private int version() {
        return Integer.parseInt(parley.sql("select version from leads where id = ?::uuid", lead));
    }
}
