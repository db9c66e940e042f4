package dev.parley.admin.settings;

import dev.parley.admin.proxy.TrustedProxies;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the panel is told from outside; read once. */
public record Settings(
        String host,
        int port,
        URI graphqlUrl,
        URI graphqlWsUrl,
        URI supabaseUrl,
        Secret anonKey,
        @Nullable Secret supabaseKey,
        Secret panelKey,
        TrustedProxies trustedProxies,
        String forwardedHeader) {

    private static final String DEFAULT_API = "127.0.0.1:7400/graphql";

    /** @throws IllegalArgumentException naming the variable that is missing or wrong */
    public static Settings from(Map<String, String> environment) {
        var supabaseKey = value(environment, "PARLEY_PANEL_SUPABASE_KEY");
        return new Settings(
                Address.listening(environment, "PARLEY_HOST", optional(environment, "PARLEY_HOST", "127.0.0.1")),
                port(optional(environment, "PARLEY_PANEL_PORT", "7401")),
                Address.upstream(
                        environment,
                        "PARLEY_GRAPHQL_URL",
                        optional(environment, "PARLEY_GRAPHQL_URL", "http://" + DEFAULT_API)),
                Address.upstream(
                        environment,
                        "PARLEY_GRAPHQL_WS_URL",
                        optional(environment, "PARLEY_GRAPHQL_WS_URL", "ws://" + DEFAULT_API)),
                Address.upstream(
                        environment,
                        "SUPABASE_URL",
                        required(environment, "SUPABASE_URL", "NEXT_PUBLIC_SUPABASE_URL")
                                .replaceAll("/+$", "")),
                new Secret(required(environment, "SUPABASE_ANON_KEY", "NEXT_PUBLIC_SUPABASE_ANON_KEY")),
                supabaseKey == null ? null : new Secret(supabaseKey),
                new Secret(required(environment, "PARLEY_PANEL_KEY")),
                proxies(environment, "PARLEY_PANEL_TRUSTED_PROXIES"),
                optional(environment, "PARLEY_PANEL_FORWARDED_HEADER", "X-Forwarded-For"));
    }

    private static TrustedProxies proxies(Map<String, String> environment, String name) {
        try {
            return new TrustedProxies(optional(environment, name, ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("PARLEY_PANEL_PORT takes a whole number, 65535 at most");
        }
        return Integer.parseInt(text);
    }

    private static String required(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(name -> value(environment, name))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(names[0] + " is not set"));
    }

    private static String optional(Map<String, String> environment, String name, String otherwise) {
        var found = value(environment, name);
        return found == null ? otherwise : found;
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        var found = environment.get(name);
        return found == null || found.isBlank() ? null : found.strip();
    }
}
