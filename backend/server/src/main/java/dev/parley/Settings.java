package dev.parley;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Reads settings. One that is wrong is a {@link StartException} that names it and says what to write. */
public final class Settings {

    /** Says that an upstream need not be asked by TLS, for a network that is trusted. */
    private static final String PLAIN_UPSTREAM = "PARLEY_PLAIN_UPSTREAM";

    private static final Pattern LOOPBACK =
            Pattern.compile("([a-z0-9-]+\\.)*localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

    private Settings() {}

    /** Without the space around it; empty when it is not set, or to nothing. */
    public static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    public static long number(Config config, String name, long usual, long least, long most) {
        var text = text(config, name);
        try {
            long number = text.map(Long::parseLong).orElse(usual);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new StartException(wholeNumber(name, least, most), e);
        }
        throw new StartException(wholeNumber(name, least, most));
    }

    public static int number(Config config, String name, int usual, int least) {
        return (int) number(config, name, usual, least, Integer.MAX_VALUE);
    }

    public static boolean flag(Config config, String name, boolean usual) {
        return switch (text(config, name).orElse(Boolean.toString(usual))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StartException(name + " takes true or false");
        };
    }

    /** Above zero. */
    public static Duration duration(Config config, String name, Duration usual) {
        try {
            var duration = text(config, name).<Duration>map(Duration::parse).orElse(usual);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (java.time.format.DateTimeParseException e) {
            throw new StartException(time(name, usual), e);
        }
        throw new StartException(time(name, usual));
    }

    /** The address of a service that is asked: by TLS, or on this machine, or where {@code PARLEY_PLAIN_UPSTREAM} says it need not be. */
    public static URI upstream(Config config, String name, String address) {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            throw new StartException(address(name)); // without the cause: it quotes what may hold a password
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !"http".equalsIgnoreCase(uri.getScheme())
                || uri.getHost() == null
                || uri.getUserInfo() != null) {
            throw new StartException(address(name));
        }
        if (!secure && !isLoopback(uri.getHost()) && !flag(config, PLAIN_UPSTREAM, false)) {
            throw new StartException(name + " is asked without TLS: write https://…, or set " + PLAIN_UPSTREAM
                    + "=true where the network up to it is trusted");
        }
        return uri;
    }

    /** Whether a host is this machine and nobody else. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(java.util.Locale.ROOT)).matches();
    }

    private static String wholeNumber(String name, long least, long most) {
        return name + " takes a whole number, " + least + " at least"
                + (most < Integer.MAX_VALUE ? " and " + most + " at most" : "");
    }

    private static String time(String name, Duration usual) {
        return name + " takes a time above 0 in ISO 8601, for example " + usual;
    }

    private static String address(String name) {
        return name + " takes an address such as https://example.com, without user and password";
    }
}
