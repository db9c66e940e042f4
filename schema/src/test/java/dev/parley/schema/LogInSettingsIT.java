package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log-in set for its coming sessions does not outlive the next migration. */
class LogInSettingsIT {

    @Test
    void aMigrationTakesBackWhatALogInSetForItself() throws SQLException {
        try (var database = TestDatabase.create()) {
            try (var backend = database.connect(database.backend());
                    var statement = backend.createStatement()) {
                statement.execute(
                        "alter role app_backend in database %s set role = 'parley_request'".formatted(database.name()));
                statement.execute(
                        "alter role app_backend set from_collapse_limit = 9"); // for the whole cluster: harmless
            }
            assertThat(session(database)).isEqualTo("parley_request 9 public, extensions 30s");

            new Migrations(database.owner()).apply(List.of());

            assertThat(session(database)).isEqualTo("none 8 public, extensions 30s");
            try (var owner = database.connect()) {
                assertThat(LogInSettings.restore(owner))
                        .as("all is as it should be")
                        .isEmpty();
            }
        }
    }

    private static String session(TestDatabase database) throws SQLException {
        try (var backend = database.connect(database.backend());
                var row = backend.createStatement()
                        .executeQuery(
                                "select concat_ws(' ', current_setting('role'), current_setting('from_collapse_limit'),"
                                        + " current_setting('search_path'), current_setting('idle_in_transaction_session_timeout'))")) {
            row.next();
            return row.getString(1);
        }
    }
}
