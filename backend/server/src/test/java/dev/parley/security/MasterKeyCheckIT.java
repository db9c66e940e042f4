package dev.parley.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseSettings;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.schema.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a server starts with these master keys on what is stored. */
class MasterKeyCheckIT {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER_KEY = "b3RoZXJfa2V5X290aGVyX2tleV9vdGhlcl9rZXlfXzE=";

    private TestDatabase database;
    private Persistence persistence;

    @BeforeEach
    void aSecretUnderTheKey() throws SQLException {
        database = TestDatabase.create();
        persistence =
                new Persistence(new DatabaseSettings(database.backend(), database.jobs(), 1, 1, Duration.ofSeconds(8)));
        var client = UUID.randomUUID();
        execute("insert into clients (id, name) values ('" + client + "', 'Of a test')");
        persistence.inClient(Context.jobs(client), Mode.WRITE, transaction -> {
            new Credentials(new MasterKeys(KEY)).add(transaction, CredentialKind.ELEVENLABS_API_KEY, "sk_secret");
            return null;
        });
    }

    @AfterEach
    void drop() throws SQLException {
        persistence.close();
        database.close();
    }

    @Test
    void theKeyThatSealedItIsEnoughAlsoBehindANewerOne() {
        assertThatCode(() -> start(KEY)).doesNotThrowAnyException();
        assertThatCode(() -> start(OTHER_KEY + "," + KEY)).doesNotThrowAnyException();
    }

    @Test
    void aKeyThatOpensNothingIsRefused() {
        assertThatThrownBy(() -> start(OTHER_KEY)).satisfies(e -> assertThat(Throwables.getStackTrace(e))
                .containsPattern("The master key that sealed it, [0-9a-f]{8}, is not among those of PARLEY_MASTER_KEY")
                .doesNotContain(OTHER_KEY, KEY, "sk_secret"));
    }

    @Test
    void aDamagedSecretIsRefusedUnlessItIsRetired() throws SQLException {
        execute("update api_credentials set sealed = set_byte(sealed, 0, 255 - get_byte(sealed, 0))");
        assertThatThrownBy(() -> start(OTHER_KEY + "," + KEY)).satisfies(e -> assertThat(Throwables.getStackTrace(e))
                .contains("cannot be opened. A secret could not be opened"));

        execute("update api_credentials set retired_at = now()");
        assertThatCode(() -> start(OTHER_KEY + "," + KEY)).doesNotThrowAnyException();
    }

    private void start(String keys) {
        new MasterKeyCheck(persistence, new Credentials(new MasterKeys(keys))).start(this);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
