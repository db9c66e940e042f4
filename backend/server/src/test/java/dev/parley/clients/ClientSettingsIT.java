package dev.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators set for their client, and what follows from it. */
class ClientSettingsIT {

    private static final String UPDATE =
            """
            mutation($version: Int!, $input: UpdateClientInput!) {
              updateClient(version: $version, input: $input) {
                client { id phoneRegion version } problems { code field message } } }""";
    private static final String ME = "{ me { client { phoneRegion version } } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin"})
    void administratorsSetTheRegion(String role) {
        var updated = update(role, 1, Map.of("phoneRegion", " gb "));

        assertThat(updated.path("problems")).isEmpty();
        assertThat(updated.path("client").path("id").asText())
                .isEqualTo(client.id().toString());
        assertThat(updated.path("client").path("phoneRegion").asText()).isEqualTo("GB");
        assertThat(updated.path("client").path("version").intValue()).isEqualTo(2);
        var seen = client.api("viewer").data(ME).path("me").path("client");
        assertThat(seen.path("phoneRegion").asText()).isEqualTo("GB");
        assertThat(seen.path("version").intValue()).isEqualTo(2);
        assertThat(parley.sql(
                        "select array_to_string(changed_fields, ' ') from audit_log where client_id = ? and action = 'client.update'",
                        client.id()))
                .isEqualTo("phoneRegion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "viewer"})
    void nobodyElseDoes(String role) {
        var answer = client.api(role).ask(UPDATE, Map.of("version", 1, "input", Map.of("phoneRegion", "GB")));

        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(region()).isNull();
    }

    @Test
    void nullAndNothingClearItAndAbsenceLeavesIt() {
        update("admin", 1, Map.of("phoneRegion", "DE"));

        assertThat(update("admin", 2, Map.of()).path("client").path("version").intValue())
                .isEqualTo(2);
        assertThat(region()).isEqualTo("DE");
        update("admin", 2, Collections.singletonMap("phoneRegion", null));
        assertThat(region()).isNull();
        update("admin", 3, Map.of("phoneRegion", "DE"));
        update("admin", 4, Map.of("phoneRegion", ""));
        assertThat(region()).isNull();
    }

    @Test
    void anOlderVersionIsAConflict() {
        update("admin", 1, Map.of("phoneRegion", "DE"));

        var late = update("owner", 1, Map.of("phoneRegion", "FR"));

        assertThat(late.path("client").isNull()).isTrue();
        assertThat(late.path("problems").path(0).path("code").asText()).isEqualTo("CONFLICT");
        assertThat(region()).isEqualTo("DE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UK", "Germany", "1", "XX", "DE FR", "001"})
    void aRegionThatIsNoneIsRefused(String region) {
        var problem = update("admin", 1, Map.of("phoneRegion", region))
                .path("problems")
                .path(0);

        assertThat(problem.path("code").asText()).isEqualTo("INVALID_REGION");
        assertThat(problem.path("field").asText()).isEqualTo("phoneRegion");
        assertThat(region()).isNull();
    }

    @Test
    void theClientsFileMayNameTheRegion() throws Exception {
        var id = UUID.randomUUID();

        create("{\"id\": \"%s\", \"name\": \"Of the file\", \"phoneRegion\": \"gb\"}".formatted(id));

        assertThat(parley.sql("select phone_region from clients where id = ?", id))
                .isEqualTo("GB");
        assertThatThrownBy(() -> create("{\"id\": \"%s\", \"name\": \"Of the file\", \"phoneRegion\": \"UK\"}"
                        .formatted(UUID.randomUUID())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("phoneRegion");
    }

    private static void create(String client) throws Exception {
        CDI.current().select(Provisioning.class).get().create(new ObjectMapper().readValue(client, ClientSpec.class));
    }

    @Test
    void theSettingsOfOtherClientsAreNotSeen() {
        var other = OwnClient.russian(parley);
        var both = OwnClient.inAll(parley, Map.of(client, "owner", other, "owner"));
        update("admin", 1, Map.of("phoneRegion", "GB"));

        var unchosen =
                parley.as(both).data("{ clients { phoneRegion version } }").path("clients");
        assertThat(unchosen)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.path("version").isNull()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "GB, en, 020 7946 0018, +442079460018",
        "GB, ru, 020 7946 0018, +442079460018",
        "KZ, ru, 8 701 555 01 99, +77015550199",
        ", en-GB, 020 7946 0018, +442079460018",
        ", ru, 8 921 555-01-42, +79215550142",
        ", en, (415) 555-0148, +14155550148"
    })
    void phonesAreReadInTheRegionOfTheConversationThenOfTheClient(
            String region, String language, String number, String e164) {
        update("admin", 1, Collections.singletonMap("phoneRegion", region));
        var said = client.call().language(language).user("It is " + number + ", thanks.");
        var collected = client.call().language(language).user("Hello").collected("phone", number);
        for (Call call : List.of(said, collected)) {
            client.tell(call);

            await().until(() -> parley.leadOf(call.id()) != null);
            assertThat(parley.sql("select phone from leads where id = ?::uuid", parley.leadOf(call.id())))
                    .isEqualTo(e164);
        }
    }

    private JsonNode update(String role, int version, Map<String, Object> input) {
        return client.api(role)
                .data(UPDATE, Map.of("version", version, "input", input))
                .path("updateClient");
    }

    private String region() {
        return parley.sql("select phone_region from clients where id = ?", client.id());
    }
}
