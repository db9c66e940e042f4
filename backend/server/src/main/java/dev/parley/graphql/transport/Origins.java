package dev.parley.graphql.transport;

import dev.parley.Settings;
import dev.parley.StartException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Whose pages may call from a browser: this server's own, and those of PARLEY_CORS_ORIGINS. Programs send no Origin and are
 * not asked. One rule for HTTP and sockets.
 *
 * @param allowed as browsers write them: {@code https://dashboard.example}
 */
record Origins(Set<String> allowed) {

    private static final String SETTING = "PARLEY_CORS_ORIGINS";

    Origins {
        allowed = Set.copyOf(allowed);
    }

    /** @throws StartException when the setting names something that is no origin */
    static Origins from(Config config) {
        return of(Settings.text(config, SETTING).orElse(""));
    }

    static Origins of(String setting) {
        return new Origins(Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(named -> !named.isEmpty())
                .map(Origins::written)
                .collect(Collectors.toSet()));
    }

    /**
     * Own means: the host that was asked. The scheme is not compared, for behind a proxy that does TLS this server never
     * sees it.
     */
    boolean permit(Headers headers) {
        var origin = headers.first(HeaderNames.ORIGIN).orElse(null);
        if (origin == null || allowed.contains(origin)) {
            return true;
        }
        var host = headers.first(HeaderNames.HOST).orElse("");
        return !host.isEmpty() && (isOf(origin, "http", host, 80) || isOf(origin, "https", host, 443));
    }

    private static boolean isOf(String origin, String scheme, String host, int port) {
        return origin.equalsIgnoreCase(scheme + "://" + host)
                || (origin + ":" + port).equalsIgnoreCase(scheme + "://" + host);
    }

    private static String written(String named) {
        try {
            var uri = URI.create(named.toLowerCase(Locale.ROOT));
            boolean secure = "https".equals(uri.getScheme());
            if ((secure || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                boolean usual = uri.getPort() == -1 || uri.getPort() == (secure ? 443 : 80);
                var origin = uri.getScheme() + "://" + uri.getHost();
                var whole = uri.getPort() == -1 ? origin : origin + ":" + uri.getPort();
                if (whole.equals(named.toLowerCase(Locale.ROOT))) {
                    return usual ? origin : whole;
                }
            }
        } catch (IllegalArgumentException e) {
            throw malformed(named);
        }
        throw malformed(named);
    }

    private static StartException malformed(String named) {
        return new StartException(SETTING + " takes origins such as https://dashboard.example, separated by commas;"
                + " there is no wildcard: \"" + named + "\" is none");
    }
}
