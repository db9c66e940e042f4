package dev.parley.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting that is missing or wrong is named, with what to write; what leaves this machine is encrypted unless one says it need not be. */
class SettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "SUPABASE_URL", "https://abcd.supabase.co",
            "SUPABASE_ANON_KEY", "anon",
            "PARLEY_PANEL_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUPABASE_URL | '' | SUPABASE_URL is not set",
                "SUPABASE_URL | abcd | SUPABASE_URL takes an address such as https://example.com",
                "SUPABASE_URL | http://abcd.supabase.co | SUPABASE_URL is asked without TLS: write https:// or wss://, or set"
                        + " PARLEY_PLAIN_UPSTREAM=true where the network up to it is trusted",
                "PARLEY_GRAPHQL_URL | http://server:7400/graphql | PARLEY_GRAPHQL_URL is asked without TLS: write https:// or wss://, or"
                        + " set PARLEY_PLAIN_UPSTREAM=true where the network up to it is trusted",
                "PARLEY_GRAPHQL_WS_URL | a b | PARLEY_GRAPHQL_WS_URL takes an address such as https://example.com",
                "PARLEY_PANEL_PORT | 74O1 | PARLEY_PANEL_PORT takes a whole number, 65535 at most",
                "PARLEY_HOST | 0.0.0.0 | PARLEY_HOST lets other machines in, and the panel itself speaks plain HTTP: set"
                        + " PARLEY_BEHIND_TLS=true when a proxy in front of it does TLS, or write 127.0.0.1"
            })
    void isNamed(String name, String value, String sentence) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void eachSettingAllowsItsOwn() {
        assertThat(with("PARLEY_HOST", "0.0.0.0", "PARLEY_BEHIND_TLS", "true").host())
                .isEqualTo("0.0.0.0");
        assertThat(with("PARLEY_GRAPHQL_WS_URL", "ws://server:7400/graphql", "PARLEY_PLAIN_UPSTREAM", "true")
                        .graphqlWsUrl()
                        .getHost())
                .isEqualTo("server");
        assertThat(with("SUPABASE_URL", "http://localhost:54321").supabaseUrl().getPort())
                .as("this machine needs none")
                .isEqualTo(54321);
        assertThatThrownBy(() -> with("PARLEY_HOST", "0.0.0.0", "PARLEY_PLAIN_UPSTREAM", "true"))
                .hasMessageContaining("PARLEY_BEHIND_TLS");
    }

    @Test
    void theKeyOfTheWholeProjectIsLeftAlone() {
        assertThat(with("SUPABASE_SERVICE_ROLE_KEY", "all").supabaseKey()).isNull();
        assertThat(with("PARLEY_PANEL_SUPABASE_KEY", "own").supabaseKey()).isEqualTo(new Secret("own"));
    }

    @Test
    void nobodyIsBelievedUnlessNamed() {
        assertThat(with().trustedProxies().areNone()).isTrue();
        assertThat(with().forwardedHeader()).isEqualTo("X-Forwarded-For");
        assertThat(with("PARLEY_PANEL_TRUSTED_PROXIES", " 127.0.0.1 , 2001:db8::/32 ")
                        .trustedProxies()
                        .areNone())
                .isFalse();
    }

    @Test
    void theSettingThatIsWrongIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("PARLEY_PANEL_TRUSTED_PROXIES", "true"))
                .withMessageContaining("PARLEY_PANEL_TRUSTED_PROXIES")
                .withMessageContaining("'true'");
    }

    private static Settings with(String... pairs) {
        var environment = new HashMap<>(GOOD);
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return Settings.from(environment);
    }
}
