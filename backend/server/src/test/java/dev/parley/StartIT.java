package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.DatabaseUrl;
import dev.parley.schema.TestDatabase;
import dev.parley.testing.Parley;
import dev.parley.testing.ServerProcess;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server refuses to start on, and what the first one on an empty installation does. */
class StartIT {

    private static final Parley PARLEY = Parley.shared();

    private static final String OTHER_KEY = "b3RoZXJfa2V5X290aGVyX2tleV9vdGhlcl9rZXlfXzE=";

    private static TestDatabase database;
    private static Map<String, String> settings;

    @BeforeAll
    static void aDatabaseOfItsOwn() throws Exception {
        database = TestDatabase.create();
        settings = Parley.settings(database, PARLEY.world(), PARLEY.sandbox());
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    @Test
    void anOverPrivilegedLogInIsRefused() throws Exception {
        var log = refuses(Map.of("DATABASE_URL", url(database.owner())));

        assertThat(log).contains("The log-in of DATABASE_URL has BYPASSRLS").doesNotContain("only-for-tests");
    }

    @Test
    void aDatabaseOfAnotherVersionIsRefused() throws Exception {
        try (var other = TestDatabase.create();
                var owner = other.connect()) {
            owner.createStatement()
                    .executeUpdate("update private.schema_history set version = '999' where installed_rank ="
                            + " (select max(installed_rank) from private.schema_history)");

            var log = refuses(Map.of("DATABASE_URL", url(other.backend()), "JOBS_DATABASE_URL", url(other.jobs())));

            assertThat(log)
                    .contains("The database is at version 999, this server needs")
                    .contains("./parley migrate");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNamedNotItsPassword() throws Exception {
        var log = refuses(Map.of("DATABASE_URL", "postgresql://app_backend:hushhush@127.0.0.1:1/parley"));

        assertThat(log).contains("The database of DATABASE_URL does not answer").doesNotContain("hushhush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; is not set",
                "'{\"not\": base64}'; is malformed",
                "c2hvcnQga2V5; is malformed",
                "OTHER_KEY,; is malformed"
            })
    void aMasterKeyThatIsNoneIsRefused(String key, String complaint) throws Exception {
        var log = refuses(Map.of("PARLEY_MASTER_KEY", key.replace("OTHER_KEY", OTHER_KEY)));

        assertThat(log).contains("PARLEY_MASTER_KEY " + complaint).doesNotContain("{\"not", "c2hvcnQga2V5", OTHER_KEY);
    }

    /** The clients of the shared server have secrets under its key. */
    @ParameterizedTest
    @ValueSource(strings = {"api", "worker"})
    void aMasterKeyThatOpensNothingIsRefused(String role) throws Exception {
        var changed = new HashMap<>(PARLEY.settings());
        changed.putAll(Map.of("PARLEY_MASTER_KEY", OTHER_KEY, "PARLEY_ROLES", role));

        assertThat(refusesAltogether(changed))
                .containsPattern("The master key that sealed it, [0-9a-f]{8}, is not among those of PARLEY_MASTER_KEY")
                .doesNotContain(OTHER_KEY);
    }

    @Test
    void aSecretThatDoesNotOpenWithItsKeyIsRefusedUnlessItIsRetired() throws Exception {
        try (var other = TestDatabase.create();
                var owner = other.connect()) {
            var changed = Parley.settings(other, PARLEY.world(), PARLEY.sandbox());
            try (var server = ServerProcess.start(changed).awaitReady()) {
                server.terminate(); // it has stored the clients' secrets
            }
            changed.put("PARLEY_MASTER_KEY", OTHER_KEY + "," + changed.get("PARLEY_MASTER_KEY"));
            owner.createStatement()
                    .executeUpdate(
                            "update api_credentials set created_at = now() + interval '1 hour',"
                                    + " sealed = set_byte(sealed, 0, 255 - get_byte(sealed, 0)) where id = (select min(id::text)::uuid from api_credentials)");
            assertThat(refusesAltogether(changed)).contains("cannot be opened. A secret could not be opened");

            owner.createStatement()
                    .executeUpdate("update api_credentials set retired_at = now() where created_at > now()");
            ServerProcess.start(changed).awaitReady().close();
        }
    }

    @Test
    void theFirstClientAndItsOwnerComeFromTheEnvironment() throws Exception {
        var owner = PARLEY.member(PARLEY.russian(), "owner");
        var first = new HashMap<>(settings);
        first.remove("PARLEY_CLIENTS_FILE");
        first.putAll(Map.of(
                "PARLEY_OWNER_EMAIL", owner.email().toUpperCase(java.util.Locale.ROOT),
                "PARLEY_CLIENT_NAME", "First Ltd",
                "ELEVENLABS_AGENT_ID", "agent_first",
                "ELEVENLABS_API_KEY", "sk_first",
                "ELEVENLABS_WEBHOOK_SECRET", "wsec_first"));
        for (int i = 0; i < 2; i++) { // the second start finds it there
            try (var server = ServerProcess.start(first).awaitReady()) {
                assertThat(server.log()).doesNotContain("sk_first", "wsec_first");
            }
        }
        assertThat(
                        one(
                                "select string_agg(c.name || ' ' || m.role || ' ' || m.user_id || ' ' || a.elevenlabs_agent_id, ',')"
                                        + " from clients c join client_members m on m.client_id = c.id join agents a on a.client_id = c.id"))
                .isEqualTo("First Ltd owner " + owner.id() + " agent_first");
        assertThat(one(
                        "select count(*) || ' ' || count(*) filter (where position(convert_to('_first', 'UTF8') in sealed) > 0)"
                                + " from api_credentials"))
                .as("sealed, and with the secret in them")
                .isEqualTo("2 0");
    }

    @Test
    void anOwnerWithoutAnAccountIsInvited() throws Exception {
        try (var empty = TestDatabase.create()) {
            var first = new HashMap<>(Parley.settings(empty, PARLEY.world(), PARLEY.sandbox()));
            first.remove("PARLEY_CLIENTS_FILE");
            first.put("PARLEY_OWNER_EMAIL", "founder-" + UUID.randomUUID() + "@example.com");
            try (var server = ServerProcess.start(first).awaitReady();
                    var owner = empty.connect();
                    var row = owner.createStatement().executeQuery("select role, email from client_members")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(2)).isEqualTo(first.get("PARLEY_OWNER_EMAIL"));
                assertThat(server.log()).doesNotContain(first.get("PARLEY_OWNER_EMAIL"));
            }
        }
    }

    private static String refuses(Map<String, String> changes) throws Exception {
        var changed = new HashMap<>(settings);
        changed.putAll(changes);
        return refusesAltogether(changed);
    }

    private static String refusesAltogether(Map<String, String> changed) throws Exception {
        try (var server = ServerProcess.start(changed)) {
            assertThat(server.awaitExit()).isNotZero();
            return server.log();
        }
    }

    private static String url(DatabaseUrl url) {
        return Parley.url(url);
    }

    private static String one(String query) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
