package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsWhatSupabaseShows() {
        var url = DatabaseUrl.parse(
                "postgresql://app_backend.abcd:p%40ss+1@pooler.example.com:6543/postgres?sslmode=require");

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://pooler.example.com:6543/postgres?sslmode=require");
        assertThat(url.user()).isEqualTo("app_backend.abcd");
        assertThat(url.role()).isEqualTo("app_backend");
        assertThat(url.password()).isEqualTo("p@ss+1");
    }

    @Test
    void readsJdbcWithCredentialsAnywhere() {
        var url = DatabaseUrl.parse("jdbc:postgresql://db:5432/parley?user=app_jobs&sslmode=require&password=a%26b");

        assertThat(url)
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5432/parley?sslmode=require", "app_jobs", "a&b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgresql://u:p@postgres_db:5432/parley jdbc:postgresql://postgres_db:5432/parley",
                "postgresql://u:p@db-1:5432,db-2:5433/parley jdbc:postgresql://db-1:5432,db-2:5433/parley",
                "postgresql://u:p@db-1,db-2/x?target_session_attrs=read-write&connect_timeout=3"
                        + " jdbc:postgresql://db-1,db-2/x?targetServerType=primary&connectTimeout=3",
                "POSTGRESQL://u:p@db/parley jdbc:postgresql://db/parley",
                "Postgres://u:p@DB.example.com/Parley jdbc:postgresql://db.example.com/Parley",
                "postgresql://u:p@db:5432 jdbc:postgresql://db:5432/u",
                "postgresql://u:p@db/ jdbc:postgresql://db/u",
                "postgresql://u:p@db?sslmode=require jdbc:postgresql://db/u?sslmode=require",
                "postgresql://u:p@/parley jdbc:postgresql://localhost/parley",
                "postgresql:///parley?user=u&password=p jdbc:postgresql://localhost/parley",
                "postgresql://db/parley?password=p&sslmode=require&user=u jdbc:postgresql://db/parley?sslmode=require",
                "postgresql://u:p@[2001:db8::1]:5432/parley jdbc:postgresql://[2001:db8::1]:5432/parley",
                "JDBC:postgresql://db_1,db_2:1/parley?user=u&password=p jdbc:postgresql://db_1,db_2:1/parley",
                "jdbc:postgresql://db:5432?user=u&password=p jdbc:postgresql://db:5432/u"
            })
    void takesWhatLibpqTakes(String url, String jdbc) {
        assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl(jdbc, "u", "p"));
    }

    @ParameterizedTest
    @CsvSource({"100%, 100%", "100%zz1, 100%zz1", "%, %", "a%25b, a%b", "50%25%, 50%%", "a+b, a+b", "p@ss:/w, p@ss:/w"})
    void aPercentSignOfAPasswordInTheJdbcFormIsOne(String written, String password) {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db/x?user=u&password=" + written)
                        .password())
                .isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://root:hunter2@db/x | is not a database URL",
                "hunter2 | is not a database URL",
                "postgresql://u:hunter2 @db/x | has a space in it",
                "postgresql://u:hunter2%zz@db/x | has a % that begins no escape",
                "postgresql://u:hunter2/3@db/x | has a host or port that cannot be one",
                "postgresql://u:hunter2@3@db/x | has a host or port that cannot be one",
                "postgresql://u:hunter2@db:port/x | has a host or port that cannot be one",
                "postgresql://%2Fvar%2Frun/x?user=u&password=hunter2 | has a host or port that cannot be one",
                "jdbc:postgresql://u:hunter2@db/x | has a host or port that cannot be one",
                "jdbc:postgresql://db/x?password=hunter2 | names no user",
                "postgresql://:hunter2@db/x | names no user"
            })
    void saysWhatIsWrongAndWhatToWriteWithoutRepeatingTheSecret(String url, String what) {
        for (var unverified : new String[] {"true", ""}) {
            assertThatThrownBy(() -> DatabaseSetting.of(
                            "JOBS_DATABASE_URL",
                            Map.of("JOBS_DATABASE_URL", url, DatabaseSetting.UNVERIFIED, unverified)::get))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("JOBS_DATABASE_URL " + what)
                    .hasMessageContaining(": write postgresql://user:password@host:5432/name")
                    .hasNoCause()
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void aSettingThatIsMissingIsNamed() {
        for (var settings : List.of(Map.<String, String>of(), Map.of("DIRECT_URL", " "))) {
            assertThatThrownBy(() -> DatabaseSetting.of("DIRECT_URL", settings::get))
                    .hasMessageStartingWith("DIRECT_URL is not set: write postgresql://");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:p@127.0.0.1:5432/x",
                "postgresql://u:p@localhost/x?sslmode=disable",
                "postgresql://u:p@[::1]:5432,127.0.0.2/x",
                "postgresql:///x?user=u",
                "postgresql://u:p@db.example.com/x?sslmode=verify-full",
                "jdbc:postgresql://db,other/x?user=u&sslmode=verify-full&sslrootcert=ca.pem"
            })
    void nobodyHasToBeVerifiedOnThisMachineAndVerifyFullDoes(String url) {
        assertThat(DatabaseSetting.of("DIRECT_URL", Map.of("DIRECT_URL", url)::get))
                .isEqualTo(DatabaseUrl.parse(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:p@db/x",
                "postgresql://u:p@127.0.0.1,db/x",
                "postgresql://u:p@127.0.0.1.example.com/x",
                "postgresql://u:p@localhost.example.com/x",
                "postgresql://u:p@db/x?sslmode=require",
                "postgresql://u:p@db/x?sslmode=verify-ca",
                "postgresql://u:p@db/x?sslmode=verify-full&sslmode=prefer",
                "postgresql://u:p@db/x?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory"
            })
    void overANetworkWithoutItASettingHasToSaySo(String url) {
        assertThatThrownBy(() -> DatabaseSetting.of("DATABASE_URL", Map.of("DATABASE_URL", url)::get))
                .hasMessage("DATABASE_URL does not verify which database answers: add sslmode=verify-full to it, or set"
                        + " PARLEY_UNVERIFIED_DATABASE=true where the network up to it is trusted");
        assertThat(DatabaseSetting.of(
                        "DATABASE_URL", Map.of("DATABASE_URL", url, "PARLEY_UNVERIFIED_DATABASE", "true")::get))
                .isEqualTo(DatabaseUrl.parse(url));
    }

    @Test
    void commandsEndWithTheSentence() {
        var settings = Map.of("DIRECT_URL", "postgresql://u:hunter2@db/x");

        assertThat(Migrate.run(settings)).isEqualTo(2);
        assertThat(Maintain.run(settings)).isEqualTo(2);
        assertThat(Deprecations.run(settings)).isEqualTo(2);
    }

    @Test
    void printsWithoutThePassword() {
        assertThat(DatabaseUrl.parse("postgresql://u:hunter2@db/x").toString()).doesNotContain("hunter2");
    }
}
