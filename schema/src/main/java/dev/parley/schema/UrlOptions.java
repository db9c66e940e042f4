package dev.parley.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of a database URL, as libpq or the driver calls it. */
final class UrlOptions {

    private static final Set<String> LOG_IN = Set.of("user", "password");

    /** The driver would pass over these without a word. */
    private static final Map<String, String> NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "target_session_attrs", "targetServerType");

    private static final Map<String, String> SERVERS = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private record Option(String name, String value) {}

    private final List<Option> options;

    UrlOptions(@Nullable String query) {
        options = Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(option -> !option.isEmpty())
                .map(option -> option.split("=", 2))
                .map(pair -> new Option(pair[0], pair.length < 2 ? "" : pair[1]))
                .toList();
    }

    /** As it is written; the last one counts, as it does for the driver. */
    Optional<String> last(String name) {
        return options.stream()
                .filter(option -> option.name.equals(name))
                .map(Option::value)
                .reduce((before, last) -> last);
    }

    /** With its question mark; empty when there are none. Without user and password. */
    String ofTheDriver() {
        return options.stream()
                .filter(option -> !LOG_IN.contains(option.name))
                .map(option -> NAMES.getOrDefault(option.name, option.name) + "=" + value(option))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    private static String value(Option option) {
        return option.name.equals("target_session_attrs")
                ? SERVERS.getOrDefault(option.value.toLowerCase(Locale.ROOT), option.value)
                : option.value;
    }
}
