package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Client A against the rows of client B: every relation of the catalogue, every role, every verb, with the grants as they
 * are. What the policies hold back by themselves is in {@link PolicyIT}.
 */
class IsolationIT {

    private static final String DENIED = "42501";

    private static final Decisions DECISIONS = new Decisions();

    private static TestDatabase database;
    private static TwoClients clients;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
        try (var owner = database.connect()) {
            clients = TwoClients.seed(owner);
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    static Stream<Arguments> everyRelationAndRole() throws SQLException {
        return tenantRelations().stream().flatMap(relation -> Decisions.ROLES.stream()
                .filter(role -> !DECISIONS.seesAllClients(relation, role))
                .map(role -> Arguments.of(relation, role)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everyRelationAndRole")
    void othersRowsCanNeitherBeSeenNorTouched(String relation, String role) throws SQLException {
        var key = keyOf(relation);
        try (var connection = as(role, clients.a())) {
            expectNothing(connection, "select count(*) from %s where %s = '%s'".formatted(relation, key, clients.b()));
            expectNothing(connection, update(relation, key, clients.b(), key));
            expectNothing(connection, "delete from %s where %s = '%s'".formatted(relation, key, clients.b()));
            expectDenied(connection, copyOfRow(relation, clients.b()));
            expectNothing(connection, update(relation, key, clients.a(), "'" + clients.b() + "'"));
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everyRelationAndRole")
    void withoutAClientNothingIsThere(String relation, String role) throws SQLException {
        var key = keyOf(relation);
        try (var connection = as(role, null)) {
            expectNothing(connection, "select count(*) from " + relation);
            expectNothing(connection, update(relation, key, clients.b(), key));
            expectNothing(connection, "delete from " + relation);
            expectDenied(connection, copyOfRow(relation, clients.b()));
        }
    }

    /** Or the tests above would pass on an empty database. */
    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everyRelationAndRole")
    void onesOwnRowsAreThereWhereTheRoleMayRead(String relation, String role) throws SQLException {
        var verbs = DECISIONS.verbs(relation, role);
        if (verbs.contains("s")) {
            try (var connection = as(role, clients.a())) {
                assertThat(count(connection, "select count(*) from " + relation))
                        .isPositive();
            }
        } else {
            try (var owner = database.connect()) {
                assertThat(count(
                                owner,
                                "select count(*) from %s where %s = '%s'"
                                        .formatted(relation, keyOf(relation), clients.b())))
                        .as("seed a row of each client in " + relation + " (decisions/<feature>/rows.sql)")
                        .isPositive();
            }
        }
    }

    @Test
    void withoutARoleTheLogInsMayDoNothing() throws SQLException {
        for (var login : List.of(database.backend(), database.jobs())) {
            try (var connection = database.connect(login)) {
                for (var relation : tenantRelations()) {
                    expectDenied(connection, "select count(*) from " + relation);
                    expectDenied(connection, "truncate " + relation);
                }
            }
        }
    }

    @Test
    void theRequestLogInCannotBecomeAnybodyElse() throws SQLException {
        try (var connection = database.connect(database.backend())) {
            for (var role : List.of("parley_jobs", "parley_feed", "parley_log", "parley_definer", "parley_owner")) {
                expectDenied(connection, "set role " + role);
            }
        }
        try (var connection = database.connect(database.jobs())) {
            expectDenied(connection, "set role parley_definer");
            expectDenied(connection, "set role parley_request");
        }
    }

    @Test
    void theLogInsKeepNothingInTemporaryTables() throws SQLException {
        for (var login : List.of(database.backend(), database.jobs())) {
            try (var connection = database.connect(login)) {
                expectDenied(connection, "create temporary table hoard (words text)");
            }
        }
    }

    @Test
    void nobodyElseInTheClusterMayConnect() throws SQLException {
        try (var superuser = database.connectAsSuperuser()) {
            var may =
                    "select count(*) from unnest(array['pg_monitor', 'app_backend', 'app_jobs', 'parley_owner']) login"
                            + " where has_database_privilege(login, current_database(), 'connect')";
            assertThat(count(superuser, may)).as("all but pg_monitor").isEqualTo(3);
        }
    }

    /** Decision 0001 says what these passwords are worth; should less become true, it is to say so. */
    @Test
    void whoHasALogInsPasswordReachesEveryClientWhoseIdIsKnown() throws SQLException {
        try (var connection = as("parley_request", clients.b())) {
            assertThat(count(connection, "select count(*) from leads")).isEqualTo(1);
        }
        try (var connection = as("parley_jobs", null)) {
            assertThat(count(connection, "select count(*) from private.clients_to_sync()"))
                    .isEqualTo(2);
        }
        try (var connection = as("parley_jobs", clients.b())) {
            assertThat(connection.createStatement().executeUpdate("update client_members set role = role"))
                    .isPositive();
        }
    }

    @Test
    void aViewerWritesNothing() throws SQLException {
        try (var connection = as("parley_request", clients.a(), "viewer")) {
            expectNothing(connection, "update leads set notes = 'x'");
            expectDenied(connection, "select private.append_event('lead', 'created', gen_random_uuid(), '{}')");
        }
        try (var connection = as("parley_request", clients.a(), "analyst")) {
            assertThat(connection.createStatement().executeUpdate("update leads set notes = 'x'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void eventsAreAboutWhatIsKnown() throws SQLException {
        var append = "select private.append_event('invoice', 'created', gen_random_uuid(), '{}')";
        try (var connection = as("parley_jobs", clients.a())) {
            assertThatThrownBy(() -> connection.createStatement().execute(append))
                    .hasMessageContaining("\"invoice\"")
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
            expectDenied(connection, "insert into private.event_entities (name) values ('invoice')");
        }
        try (var owner = database.connect();
                var connection = as("parley_jobs", clients.a())) {
            owner.createStatement().execute("insert into private.event_entities (name) values ('invoice')");
            connection.createStatement().execute(append);
        }
    }

    @Test
    void onlyAdministratorsChangeAClientsSettings() throws SQLException {
        var change = "update clients set phone_region = 'GB', version = version + 1";
        for (var role : List.of("analyst", "viewer", "")) {
            try (var connection = as("parley_request", clients.a(), role)) {
                expectNothing(connection, change);
            }
        }
        try (var connection = as("parley_request", clients.a(), "admin")) {
            expectDenied(connection, "update clients set name = 'x'");
            assertThat(connection.createStatement().executeUpdate(change)).isEqualTo(1);
        }
    }

    @Test
    void nobodyHandsOutMoreThanTheyHave() throws SQLException {
        for (var given : List.of("admin>owner", "analyst>viewer", "viewer>viewer")) {
            var roles = given.split(">");
            try (var connection = as("parley_request", clients.a(), roles[0])) {
                expectDenied(connection, newMember("token", roles[1]));
            }
        }
        try (var connection = as("parley_request", clients.a(), "admin")) {
            expectDenied(connection, newMember("person", "viewer"));
            assertThat(connection.createStatement().executeUpdate(newMember("token", "admin")))
                    .isEqualTo(1);
        }
    }

    @Test
    void tokensAreForAdministratorsAndTheirHashesForNobody() throws SQLException {
        try (var connection = as("parley_request", clients.a(), "analyst")) {
            expectNothing(connection, "select count(*) from api_tokens");
            expectNothing(connection, "update api_tokens set revoked_at = now()");
        }
        try (var connection = as("parley_request", clients.a(), "owner")) {
            expectDenied(connection, "select secret_hash from api_tokens");
            expectDenied(connection, "update api_tokens set expires_at = now() + interval '10 years'");
        }
    }

    @Test
    void ofTheRequestLogAdministratorsSeeWhoUsesWhatIsDeprecatedAndNothingElse() throws SQLException {
        try (var connection = as("parley_request", clients.a(), "admin")) {
            assertThat(count(connection, "select count(*) from api_logs")).isEqualTo(1);
            expectDenied(connection, "select error_message from api_logs");
        }
        try (var connection = as("parley_request", clients.a(), "analyst")) {
            expectNothing(connection, "select count(*) from api_logs");
        }
    }

    private static String newMember(String kind, String role) {
        return "insert into client_members (client_id, user_id, kind, role) values ('%s', gen_random_uuid(), '%s', '%s')"
                .formatted(clients.a(), kind, role);
    }

    @Test
    void aLeadCannotPointAtAnotherClientsConversation() throws SQLException {
        try (var owner = database.connect()) {
            assertThatThrownBy(() -> owner.createStatement()
                            .executeUpdate("update leads set source_conversation_id = (select id from conversations"
                                    + " where client_id = '%s') where client_id = '%s'"
                                            .formatted(clients.b(), clients.a())))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
        }
    }

    /** Generated from the catalogue: whatever has a client_id, and the clients themselves. */
    private static List<String> tenantRelations() throws SQLException {
        try (var owner = database.connect();
                var rows = owner.createStatement()
                        .executeQuery(
                                "select format('%I.%I', n.nspname, c.relname) from pg_class c"
                                        + " join pg_namespace n on n.oid = c.relnamespace"
                                        + " where c.relkind in ('r', 'p', 'v', 'm', 'f') and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id')"
                                        + " and n.nspname in ('public', 'private') or c.oid = 'public.clients'::regclass order by 1")) {
            var relations = new java.util.ArrayList<String>();
            while (rows.next()) {
                relations.add(rows.getString(1));
            }
            return relations;
        }
    }

    private static String keyOf(String relation) {
        return relation.equals("public.clients") ? "id" : "client_id";
    }

    private static String update(String relation, String key, UUID client, String value) {
        return "update %s set %s = %s where %s = '%s'".formatted(relation, key, value, key, client);
    }

    private static String copyOfRow(String relation, UUID client) throws SQLException {
        try (var owner = database.connect()) {
            return copyOfRow(owner, relation, client);
        }
    }

    /** A row like the other client's, under another id where it has one; what is generated cannot be given. */
    static String copyOfRow(Connection owner, String relation, UUID client) throws SQLException {
        try (var row = owner.createStatement()
                .executeQuery(
                        """
                        select to_jsonb(r), (select string_agg(quote_ident(attname), ', ' order by attnum)
                                               from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0
                                                and not attisdropped and attgenerated = '')
                          from %1$s r where %2$s = '%3$s' limit 1"""
                                .formatted(relation, keyOf(relation), client))) {
            assertThat(row.next()).as("a row of each client in " + relation).isTrue();
            return "insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, '%3$s')"
                    .formatted(relation, row.getString(2), row.getString(1).replace("'", "''"));
        }
    }

    private static Connection as(String role, UUID client) throws SQLException {
        return as(role, client, "owner");
    }

    /** Steps in by the log-in that may; a role none may step into is taken on by the owner. */
    private static Connection as(String role, UUID client, String memberRole) throws SQLException {
        var login =
                switch (role) {
                    case "parley_request" -> database.backend();
                    case "parley_definer" -> database.owner();
                    default -> database.jobs();
                };
        var connection = database.connect(login);
        connection.createStatement().execute("set role " + role);
        try (var context = connection.prepareStatement(
                "select set_config('parley.client_id', ?, false),"
                        + " set_config('parley.role', ?, false), set_config('parley.user_id', gen_random_uuid()::text, false)")) {
            context.setString(1, client == null ? "" : client.toString());
            context.setString(2, memberRole);
            context.execute();
        }
        return connection;
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void expectNothing(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                var row = statement.getResultSet();
                row.next();
                assertThat(row.getInt(1)).as(sql).isZero();
            } else {
                assertThat(statement.getUpdateCount()).as(sql).isZero();
            }
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(sql + ": " + e.getMessage()).isEqualTo(DENIED);
        }
    }

    private static void expectDenied(Connection connection, String sql) {
        assertThatThrownBy(() -> connection.createStatement().execute(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }
}
