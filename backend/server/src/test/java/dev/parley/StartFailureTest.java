package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.persistence.DatabaseSettings;
import dev.parley.security.JwtSettings;
import dev.parley.sync.SyncSettings;
import dev.parley.testing.TestConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a start is told in one sentence that names the setting and says what to write. */
class StartFailureTest {

    private static final Map<String, String> GOOD = Map.of(
            "DATABASE_URL", "postgresql://app_backend:p@localhost/parley",
            "JOBS_DATABASE_URL", "postgresql://app_jobs:p@localhost/parley",
            "SUPABASE_URL", "https://abcd.supabase.co");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARLEY_PORT | 74OO | PARLEY_PORT takes a whole number, 0 at least and 65535 at most",
                "PARLEY_PORT | 70000 | PARLEY_PORT takes a whole number, 0 at least and 65535 at most",
                "PARLEY_MAX_BODY_BYTES | 1G | PARLEY_MAX_BODY_BYTES takes a whole number, 1 at least",
                "PARLEY_LOG_FORMAT | xml | PARLEY_LOG_FORMAT takes one of json, text",
                "PARLEY_LOG_LEVEL | loud | PARLEY_LOG_LEVEL takes one of DEBUG, ERROR, INFO, OFF, TRACE, WARN",
                "PARLEY_HOST | no such host | PARLEY_HOST takes an address of this machine, for example 127.0.0.1",
                "PARLEY_HOST | 0.0.0.0 | PARLEY_HOST lets other machines in, and Parley itself speaks plain HTTP: set"
                        + " PARLEY_BEHIND_TLS=true when a proxy in front of it does TLS, or write 127.0.0.1",
                "DATABASE_URL | '' | DATABASE_URL is not set: write postgresql://user:password@host:5432/name",
                "JOBS_DATABASE_URL | postgresql://u:p@db/x | JOBS_DATABASE_URL does not verify which database answers: add"
                        + " sslmode=verify-full to it, or set PARLEY_UNVERIFIED_DATABASE=true where the network up to it is trusted",
                "PARLEY_DATABASE_JOBS_CONNECTIONS | 0 | PARLEY_DATABASE_JOBS_CONNECTIONS takes a whole number, 1 at least",
                "PARLEY_DATABASE_STATEMENT_TIMEOUT | 8s | PARLEY_DATABASE_STATEMENT_TIMEOUT takes a time above 0 in ISO 8601, for example PT8S",
                "PARLEY_SYNC_INTERVAL | PT0S | PARLEY_SYNC_INTERVAL takes a time above 0 in ISO 8601, for example PT5M",
                "PARLEY_ROLES | boss | PARLEY_ROLES takes api, worker, or both with a comma between",
                "SUPABASE_URL | '' | SUPABASE_URL is not set: write the project's address, for example https://abcd.supabase.co (or"
                        + " set MP_JWT_VERIFY_ISSUER)",
                "SUPABASE_URL | abcd.supabase.co | SUPABASE_URL takes an address such as https://example.com, without user and password",
                "SUPABASE_URL | http://abcd.supabase.co | SUPABASE_URL is asked without TLS: write https://…, or set"
                        + " PARLEY_PLAIN_UPSTREAM=true where the network up to it is trusted",
                "mp.jwt.verify.publickey.algorithm | HS256 | MP_JWT_VERIFY_PUBLICKEY_ALGORITHM takes algorithms of public keys with commas"
                        + " between, for example ES256,RS256",
                "PARLEY_PLAIN_UPSTREAM | yes | "
            })
    void aSettingThatIsWrongIsNamedWithWhatToWrite(String name, String value, String sentence) {
        var settings = new HashMap<>(GOOD);
        settings.put(name, value);

        if (sentence == null) { // nothing asks for it while all is good
            assertThatCode(() -> readAll(settings)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> readAll(settings))
                    .isInstanceOf(StartException.class)
                    .hasMessage(sentence);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_HOST, 0.0.0.0, PARLEY_BEHIND_TLS",
        "SUPABASE_URL, http://supabase:8000, PARLEY_PLAIN_UPSTREAM",
        "DATABASE_URL, postgresql://u:p@db/x, PARLEY_UNVERIFIED_DATABASE"
    })
    void whatIsNotSafeByItselfIsAllowedByTheSettingThatSaysSoAndNoOther(String name, String value, String allows) {
        var settings = new HashMap<>(GOOD);
        settings.put(name, value);
        for (var other : new String[] {"PARLEY_BEHIND_TLS", "PARLEY_PLAIN_UPSTREAM", "PARLEY_UNVERIFIED_DATABASE"}) {
            var with = new HashMap<>(settings);
            with.put(other, "true");
            if (other.equals(allows)) {
                assertThatCode(() -> readAll(with)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> readAll(with)).hasMessageContaining(allows + "=true");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_HOST, ::1",
        "PARLEY_HOST, localhost",
        "SUPABASE_URL, http://127.0.0.1:54321",
        "SUPABASE_URL, http://[::1]:1/"
    })
    void thisMachineNeedsNone(String name, String value) {
        var settings = new HashMap<>(GOOD);
        settings.put(name, value);

        assertThatCode(() -> readAll(settings)).doesNotThrowAnyException();
    }

    @Test
    void anAddressThatIsTakenIsToldBeforeAnythingElseIsDone() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = TestConfig.of(Map.of("PARLEY_PORT", Integer.toString(taken.getLocalPort())));

            assertThatThrownBy(() -> Listening.tryOut(settings))
                    .hasMessage(
                            "PARLEY_HOST and PARLEY_PORT name an address that is in use or not of this machine: write another one");
        }
        assertThatCode(() -> Listening.tryOut(TestConfig.of(Map.of("PARLEY_PORT", "0"))))
                .doesNotThrowAnyException();
    }

    @Test
    void whateverElseHappensIsOneSentenceToo() {
        var wrapped =
                new RuntimeException("outside", new IllegalStateException(new StartException("DATABASE_URL is wrong")));

        assertThat(StartFailure.sentence(wrapped)).isEqualTo("DATABASE_URL is wrong");
        assertThat(StartFailure.sentence(new UncheckedIOException(new BindException("Address already in use"))))
                .isEqualTo(
                        "PARLEY_HOST and PARLEY_PORT name an address that is in use or not of this machine: write another one");
        assertThat(StartFailure.sentence(new RuntimeException(new SQLException("password=hushhush", "08001"))))
                .startsWith("The database failed while the server was starting (UNAVAILABLE)")
                .doesNotContain("hushhush");
        assertThat(StartFailure.sentence(new NullPointerException("hushhush")))
                .isEqualTo("An unexpected NullPointerException ended the start: PARLEY_LOG_LEVEL=DEBUG shows where");
    }

    private static void readAll(Map<String, String> settings) {
        var config = TestConfig.of(settings);
        for (Consumer<Config> reader : java.util.List.<Consumer<Config>>of(
                Listening::check, NodeRoles::from, DatabaseSettings::from, SyncSettings::from, JwtSettings::from)) {
            reader.accept(config);
        }
    }
}
