package dev.parley.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code --name value} pairs of a command line. */
record Options(Map<String, String> values) {

    /** @throws IllegalArgumentException with a sentence for the person who typed it */
    static Options parse(String[] arguments, int from, Set<String> known) {
        var values = new LinkedHashMap<String, String>();
        for (int i = from; i < arguments.length; i += 2) {
            var name = arguments[i].replaceFirst("^--", "");
            if (!arguments[i].startsWith("--") || !known.contains(name)) {
                throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            }
            values.put(name, arguments[i + 1]);
        }
        return new Options(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    /** What must not stand among a process's arguments for all to see: with "-" it is read from standard input. */
    String secret(String name) {
        var given = text(name);
        if (!given.equals("-")) {
            return given;
        }
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return Path.of(text(name));
    }

    Optional<URI> uri(String name) {
        return find(name).map(URI::create);
    }

    int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is no number");
        }
    }

    boolean flag(String name, boolean otherwise) {
        return switch (find(name).orElse(Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("--" + name + " is true or false");
        };
    }

    /** For example 500ms, 4s, 2m or 1h. */
    Optional<Duration> duration(String name) {
        return find(name).map(text -> {
            var split = text.toLowerCase(Locale.ROOT).split("(?<=\\d)(?=[a-z])", 2);
            try {
                long amount = Long.parseLong(split[0]);
                return switch (split.length == 2 ? split[1] : "") {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> throw new NumberFormatException();
                };
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("--" + name + " is no duration such as 500ms, 4s or 2m");
            }
        });
    }
}
