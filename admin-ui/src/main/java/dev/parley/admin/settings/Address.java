package dev.parley.admin.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses among the settings: what leaves this machine is encrypted, unless a setting says that it need not be. */
final class Address {

    /** Something in front does TLS. */
    private static final String BEHIND_TLS = "PARLEY_BEHIND_TLS";
    /** The network up to what is asked is trusted. */
    private static final String PLAIN_UPSTREAM = "PARLEY_PLAIN_UPSTREAM";

    private static final Set<String> ENCRYPTED = Set.of("https", "wss");
    private static final Set<String> PLAIN = Set.of("http", "ws");
    private static final Pattern LOOPBACK =
            Pattern.compile("([a-z0-9-]+\\.)*localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

    private Address() {}

    /** @throws IllegalArgumentException naming the setting and what to write; repeats nothing of the address */
    static URI upstream(Map<String, String> environment, String name, String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !ENCRYPTED.contains(scheme) && !PLAIN.contains(scheme)) {
            throw malformed(name);
        }
        if (PLAIN.contains(scheme) && !isLoopback(uri.getHost()) && !isTrue(environment, PLAIN_UPSTREAM)) {
            throw new IllegalArgumentException(name + " is asked without TLS: write https:// or wss://, or set "
                    + PLAIN_UPSTREAM + "=true where the network up to it is trusted");
        }
        return uri;
    }

    /** @throws IllegalArgumentException when others could reach it, and nothing says that TLS ends before us */
    static String listening(Map<String, String> environment, String name, String host) {
        if (!isLoopback(host) && !isTrue(environment, BEHIND_TLS)) {
            throw new IllegalArgumentException(
                    name + " lets other machines in, and the panel itself speaks plain HTTP: set " + BEHIND_TLS
                            + "=true when a proxy in front of it does TLS, or write 127.0.0.1");
        }
        return host;
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isTrue(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip().equals("true");
    }

    private static IllegalArgumentException malformed(String name) {
        return new IllegalArgumentException(name + " takes an address such as https://example.com");
    }
}
