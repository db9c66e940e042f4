package dev.parley.deprecations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.testing.ApiTokenMaker;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Who still uses what is going away. */
class DeprecationsIT {

    private static final String FIELD = "SyncNowPayload.obstacle";
    private static final String QUERY =
            "{ deprecations { coordinate reason callers { callerId name operationName calls lastCalledAt } } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    @Test
    void aProgramThatUsesADeprecatedFieldIsNamedToItsOwnClientOnly() {
        var program = ApiTokenMaker.make(client, "analyst");
        var operation = "Old" + UUID.randomUUID().toString().replace("-", "");
        for (int time = 0; time < 2; time++) {
            parley.withToken(program.token()).data("mutation " + operation + " { syncNow { obstacle } }");
        }

        await().until(() -> caller(client, operation).path("calls").intValue() == 2);

        var caller = caller(client, operation);
        assertThat(caller.path("callerId").asText()).isEqualTo(program.id().toString());
        assertThat(caller.path("name").asText()).isEqualTo("Program of a test");
        assertThat(caller.path("lastCalledAt").asText()).endsWith("Z");
        assertThat(caller(other, operation).isMissingNode())
                .as("another client's administrators")
                .isTrue();
        assertThat(deprecation(client).path("reason").asText()).contains("Use problems instead");
    }

    @Test
    void whoUsesWhatStaysIsNotNamed() {
        var operation = "Modern" + UUID.randomUUID().toString().replace("-", "");
        client.api("analyst").data("mutation " + operation + " { syncNow { problems { code } } }");
        await().until(() -> !parley.sql("select count(*) from api_logs where operation_name = ?", operation)
                .equals("0"));

        assertThat(caller(client, operation).isMissingNode()).isTrue();
    }

    @Test
    void onlyAdministratorsSeeIt() {
        assertThat(client.api("analyst").ask(QUERY).code()).isEqualTo("FORBIDDEN");
    }

    private JsonNode caller(OwnClient client, String operation) {
        return StreamSupport.stream(deprecation(client).path("callers").spliterator(), false)
                .filter(one -> one.path("operationName").asText().equals(operation))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private JsonNode deprecation(OwnClient client) {
        return StreamSupport.stream(
                        client.api("admin").data(QUERY).path("deprecations").spliterator(), false)
                .filter(one -> one.path("coordinate").asText().equals(FIELD))
                .findFirst()
                .orElseThrow();
    }
}
