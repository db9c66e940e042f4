package dev.parley.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.schema.DatabaseUrl;
import dev.parley.schema.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which databases and log-ins a server refuses to run on. */
class StartupChecksIT {

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void theLogInsAndTheVersionThatMigrateMakesAreGood() {
        assertThatCode(startOn(database.backend(), database.jobs())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "create role %s login superuser; is a superuser",
                "create role %s login bypassrls; has BYPASSRLS",
                "create role %s login; owns a relation",
                "create role %s login in role parley_owner; is a member of the owner"
            })
    void anOverPrivilegedLogInIsRefused(String creation, String complaint) throws SQLException {
        var role = "too_much_" + UUID.randomUUID().toString().replace("-", "");
        try (var superuser = database.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(creation.formatted(role) + " password 'hushhush'");
            statement.execute("grant connect on database " + database.name() + " to " + role);
            if (complaint.contains("relation")) {
                statement.execute(
                        "create table public.of_a_log_in (); alter table public.of_a_log_in owner to " + role);
            }
            try {
                var over = new DatabaseUrl(database.backend().jdbc(), role, "hushhush");

                assertThatThrownBy(startOn(over, database.jobs()))
                        .hasMessageStartingWith("The log-in of DATABASE_URL " + complaint)
                        .hasMessageNotContaining("hushhush");
                assertThatThrownBy(startOn(database.backend(), over))
                        .hasMessageStartingWith("The log-in of JOBS_DATABASE_URL " + complaint);
            } finally {
                statement.execute("drop owned by " + role + "; drop role " + role);
            }
        }
    }

    @Test
    void aDatabaseOfAnotherVersionIsRefused() throws SQLException {
        try (var owner = database.connect();
                var statement = owner.createStatement()) {
            statement.executeUpdate("update private.schema_history set version = '999' where installed_rank ="
                    + " (select max(installed_rank) from private.schema_history)");
        }

        assertThatThrownBy(startOn(database.backend(), database.jobs()))
                .hasMessageStartingWith("The database is at version 999, this server needs")
                .hasMessageEndingWith("run ./parley migrate");
    }

    @Test
    void aDatabaseThatIsAwayIsNamedNotItsPassword() {
        var away = DatabaseUrl.parse("postgresql://app_backend:hushhush@127.0.0.1:1/parley");

        assertThatThrownBy(startOn(away, database.jobs()))
                .hasMessage("The database of DATABASE_URL does not answer")
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("hushhush"));
    }

    private static ThrowingCallable startOn(DatabaseUrl backend, DatabaseUrl jobs) {
        return () -> {
            var settings = new DatabaseSettings(backend, jobs, 1, 1, Duration.ofSeconds(8));
            try (var persistence = new Persistence(settings)) {
                new StartupChecks(persistence).run();
            }
        };
    }
}
