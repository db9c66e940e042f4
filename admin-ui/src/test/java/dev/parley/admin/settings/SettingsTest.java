package dev.parley.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Map<String, String> NEEDED = Map.of(
            "SUPABASE_URL", "https://project.supabase.co/", "SUPABASE_ANON_KEY", "public", "PARLEY_PANEL_KEY", "key");

    @Test
    void theKeyOfTheWholeProjectIsLeftAlone() {
        assertThat(with("SUPABASE_SERVICE_ROLE_KEY", "all").supabaseKey()).isNull();
        assertThat(with("PARLEY_PANEL_SUPABASE_KEY", "own").supabaseKey()).isEqualTo(new Secret("own"));
    }

    @Test
    void nobodyIsBelievedUnlessNamed() {
        assertThat(Settings.from(NEEDED).trustedProxies().areNone()).isTrue();
        assertThat(Settings.from(NEEDED).forwardedHeader()).isEqualTo("X-Forwarded-For");
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

    private static Settings with(String name, String value) {
        var environment = new HashMap<>(NEEDED);
        environment.put(name, value);
        return Settings.from(environment);
    }
}
