package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Real starts: the first on an empty installation, the second, and one that is refused. What else a server refuses to start on is
 * tried without starting one: StartupChecksIT, MasterKeysTest, MasterKeyCheckIT, FirstClientIT.
 */
class StartIT {

    private static final String OTHER_KEY = "b3RoZXJfa2V5X290aGVyX2tleV9vdGhlcl9rZXlfXzE=";

    @Test
    void theFirstClientComesFromTheEnvironmentAndItsSecretsNeedTheirKey() throws Exception {
        try (var installation = Installation.withoutPooler()) {
            var first = installation.settings();
            first.remove("PARLEY_CLIENTS_FILE");
            first.putAll(Map.of(
                    "PARLEY_OWNER_EMAIL", "founder@example.com",
                    "PARLEY_CLIENT_NAME", "First Ltd",
                    "ELEVENLABS_AGENT_ID", "agent_first",
                    "ELEVENLABS_API_KEY", "sk_first",
                    "ELEVENLABS_WEBHOOK_SECRET", "wsec_first"));
            for (int i = 0; i < 2; i++) { // the second start finds it there
                try (var server = ServerProcess.start(first).awaitReady()) {
                    assertThat(server.log()).doesNotContain("sk_first", "wsec_first", "founder@example.com");
                    assertThat(server.log().lines().filter(line -> !line.contains("dev.parley.sync.")))
                            .as("a good start says nothing that reads like a fault (the sync does: its key is none)")
                            .allMatch(line -> line.contains("\"level\":\"INFO\""))
                            .noneMatch(line -> line.contains("not available"));
                }
                assertThat(installation.one("select string_agg(concat_ws(' ', c.name, m.role, m.email,"
                                + " a.elevenlabs_agent_id), ',') from clients c join client_members m on m.client_id = c.id"
                                + " join agents a on a.client_id = c.id"))
                        .isEqualTo("First Ltd owner founder@example.com agent_first");
            }
            assertThat(installation.one("select count(*) || ' ' || count(*) filter (where"
                            + " position(convert_to('_first', 'UTF8') in sealed) > 0) from api_credentials"))
                    .as("sealed, and with the secret in them")
                    .isEqualTo("2 0");

            // Whatever the node's role is: otherwise the first webhook would find out.
            first.putAll(Map.of("PARLEY_MASTER_KEY", OTHER_KEY, "PARLEY_ROLES", "worker"));
            try (var server = ServerProcess.start(first)) {
                assertThat(server.awaitExit()).isEqualTo(1);
                assertThat(server.log().lines().filter(line -> !line.contains("\"level\":\"INFO\"")))
                        .as("one sentence, no stack trace")
                        .singleElement()
                        .asString()
                        .contains("The server does not start: ")
                        .doesNotContain("\"throwable\":{")
                        .containsPattern("The master key that sealed it, [0-9a-f]{8}, is not among those of"
                                + " PARLEY_MASTER_KEY")
                        .doesNotContain(OTHER_KEY, "sk_first", "founder@example.com");
            }
        }
    }
}
