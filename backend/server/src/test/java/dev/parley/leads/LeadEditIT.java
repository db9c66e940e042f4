package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may change of a lead, and what stands in the way. */
class LeadEditIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UPDATE =
            """
            mutation($id: ID!, $version: Int!, $input: UpdateLeadInput!) {
              updateLead(id: $id, version: $version, input: $input) {
                lead { name email phone company status notes version } problems { code field message } } }""";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);
    private final Call call = client.call().user("I am Ann, ann@example.com, 415 555 2671.");

    private String lead;
    private int version;

    @BeforeEach
    void aLead() {
        client.tell(call.collected("name", "Ann"), Instant.now().minusSeconds(30));
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
        assertThat(problems(late)).containsExactly("version CONFLICT");
        assertThat(parley.sql("select notes from leads where id = ?::uuid", lead))
                .isEqualTo("first");
    }

    @Test
    void twoAtOnceDoNotBothWin() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Api.Answer> edit =
                    () -> client.api("analyst").ask(UPDATE, variables(Map.of("notes", "n" + System.nanoTime())));
            var answers = pool.invokeAll(Collections.nCopies(8, edit));
            var problems = new ArrayList<String>();
            for (var answer : answers) {
                var body = answer.get();
                assertThat(body.code()).as("being late is no error").isEmpty();
                problems.addAll(problems(body.data().path("updateLead")));
            }
            assertThat(problems)
                    .containsExactly(Collections.nCopies(7, "version CONFLICT").toArray(String[]::new));
        }
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                Arguments.of("email", "nobody", "INVALID_EMAIL"),
                Arguments.of("email", "x".repeat(250) + "@example.com", "TOO_LONG"),
                Arguments.of("email", "a\0b@example.com", "INVALID_CHARACTERS"),
                Arguments.of("phone", "12", "INVALID_PHONE"),
                Arguments.of("phone", "1".repeat(201), "TOO_LONG"),
                Arguments.of("name", "x".repeat(201), "TOO_LONG"),
                Arguments.of("name", "An\0n", "INVALID_CHARACTERS"),
                Arguments.of("company", "x".repeat(201), "TOO_LONG"),
                Arguments.of("notes", "x".repeat(10_001), "TOO_LONG"),
                Arguments.of("notes", "\0", "INVALID_CHARACTERS"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void aBadValueIsNamedByFieldAndReason(String field, String value, String code) {
        assertThat(problems(update(Map.of(field, value)))).containsExactly(field + " " + code);
        assertThat(version()).isEqualTo(version);
    }

    /** As JSON can write it and no string of a decent client. */
    @Test
    void halfACharacterIsNone() {
        var body = JSON.valueToTree(Map.of("query", UPDATE, "variables", variables(Map.of("company", "half"))))
                .toString()
                .replace("\"half\"", "\"\\ud83d\"");
        var answer = client.api("analyst").post(body);
        assertThat(problems(answer.data().path("updateLead"))).containsExactly("company INVALID_CHARACTERS");
    }

    @ParameterizedTest
    @CsvSource({"name, 200", "company, 200", "notes, 10000"})
    void aTextMayBeAsLongAsThat(String field, int length) {
        assertThat(problems(update(Map.of(field, "x".repeat(length))))).isEmpty();
    }

    @Test
    void aLeadThatIsNotThereIsNotFound() {
        for (var id : List.of("x", UUID.randomUUID().toString(), leadOfOthers())) {
            var answer = client.api("analyst")
                    .data(UPDATE, Map.of("id", id, "version", 1, "input", Map.of()))
                    .path("updateLead");
            assertThat(problems(answer)).containsExactly("id NOT_FOUND");
        }
    }

    private String leadOfOthers() {
        return parley.sql("insert into leads (client_id) values (?) returning id", other.id());
    }

    @Test
    void allBadValuesAreNamedAndNothingIsStored() {
        var refused = update(Map.of("email", "nobody", "phone", "12", "name", "x".repeat(201), "company", "Good"));

        assertThat(problems(refused))
                .containsExactlyInAnyOrder("email INVALID_EMAIL", "phone INVALID_PHONE", "name TOO_LONG");
        assertThat(parley.sql("select company from leads where id = ?::uuid", lead))
                .isNull();
    }

    @Test
    void whatAPersonSetStaysWhenTheConversationIsToldAgain() {
        update(Map.of("name", "Anna Maria"));

        client.tell(call.collected("name", "Anne").collected("company", "Acme").summary("Another"), Instant.now());

        await().until(() -> "Acme".equals(parley.sql("select company from leads where id = ?::uuid", lead)));
        assertThat(parley.sql("select name from leads where id = ?::uuid", lead))
                .isEqualTo("Anna Maria");
    }

    @ParameterizedTest
    @CsvSource({
        "(415) 555-0148, +14155550148",
        "1-415-555-0148, +14155550148",
        "212-555-0142, +12125550142",
        "(701) 555-0199, +17015550199",
        "800-555-0199, +18005550199",
        "+7 921 555-01-42, +79215550142"
    })
    void aNumberIsReadWhereItsConversationBelongs(String typed, String stored) {
        assertThat(update(Map.of("phone", typed)).path("lead").path("phone").asText())
                .isEqualTo(stored);
    }

    @Test
    void theClientsRegionCountsWhereOneIsSet() {
        parley.sql("update clients set phone_region = 'GB' where id = ? returning id", client.id());

        var refused = update(Map.of("phone", "(415) 555-0148")).path("problems").path(0);
        assertThat(refused.path("code").asText()).isEqualTo("INVALID_PHONE");
        assertThat(refused.path("message").asText()).contains("+44");
        assertThat(update(Map.of("phone", "020 7946 0018"))
                        .path("lead")
                        .path("phone")
                        .asText())
                .isEqualTo("+442079460018");
    }

    @Test
    void aLeadWithoutAConversationHasTheClientsLanguage() {
        var updated = other.api("analyst")
                .data(UPDATE, Map.of("id", leadOfOthers(), "version", 1, "input", Map.of("phone", "8 921 555-01-42")))
                .path("updateLead");

        assertThat(updated.path("lead").path("phone").asText()).isEqualTo("+79215550142");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sean.o'brien@example.com",
                "r&d@example.com",
                "_maria_k@example.com",
                "dept/sales@example.com",
                "\"ann lee\"@example.com"
            })
    void everyAddressThatMailIsDeliveredToCanBeTyped(String address) {
        assertThat(update(Map.of("email", address)).path("lead").path("email").asText())
                .isEqualTo(address);
    }

    @Test
    void aViewerIsRefused() {
        var answer = client.api("viewer").ask(UPDATE, variables(Map.of("notes", "x")));

        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(parley.sql("select notes from leads where id = ?::uuid", lead))
                .isNull();
    }

    private static List<String> problems(JsonNode payload) {
        var problems = new ArrayList<String>();
        for (var problem : payload.path("problems")) {
            assertThat(problem.path("message").asText()).isNotBlank();
            problems.add(
                    problem.path("field").asText() + " " + problem.path("code").asText());
        }
        return problems;
    }

    private JsonNode update(Map<String, ?> input) {
        return client.api("analyst").data(UPDATE, variables(input)).path("updateLead");
    }

    private Map<String, Object> variables(Map<String, ?> input) {
        return Map.of("id", lead, "version", version, "input", input);
    }

    private int version() {
        return Integer.parseInt(parley.sql("select version from leads where id = ?::uuid", lead));
    }
}
