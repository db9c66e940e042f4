package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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

    @Test
    void saysWhatIsWrongWithoutRepeatingTheSecret() {
        assertThatThrownBy(() -> DatabaseUrl.parse("mysql://root:hunter2@db/x")).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://u:hunter2 @db/x"))
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:postgresql://db/x"))
                .hasMessage("The database URL names no user");
    }

    @Test
    void printsWithoutThePassword() {
        assertThat(DatabaseUrl.parse("postgresql://u:hunter2@db/x").toString()).doesNotContain("hunter2");
    }
}
