package dev.parley.elevenlabs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters as they go over the wire: several values repeat the name. */
final class Parameters {

    private Parameters() {}

    static Map<String, List<String>> copy(Map<String, List<String>> parameters) {
        var copy = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /** Replaces what the name had. No values take the name away. */
    static void put(Map<String, List<String>> parameters, String name, Collection<?> values) {
        if (values.isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, values.stream().map(Object::toString).toList());
        }
    }

    static @Nullable String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /** With its question mark; empty when there are none. */
    static String query(Map<String, List<String>> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + "=" + encoded(value)))
                        .collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
