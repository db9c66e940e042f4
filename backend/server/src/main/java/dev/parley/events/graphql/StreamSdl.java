package dev.parley.events.graphql;

import dev.parley.graphql.Sdl;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a stream adds to the schema: its field, types and descriptions. */
final class StreamSdl {

    private static final Pattern PLACE = Pattern.compile("<([A-Za-z ]+)>");
    private static final String FILTER =
            """
            "Which of them are wanted; without it, all."
                filter: <Event>FilterInput""";

    private StreamSdl() {}

    static String of(EntityStream<?> stream) {
        var names = Map.of(
                "Event", stream.event(),
                "entity", stream.entityField(),
                "Entity", stream.type(),
                "noun", stream.noun(),
                "a noun", article(stream.noun()) + stream.noun());
        var filtered = !stream.conditions().isEmpty();
        var texts = Map.of(
                "field", stream.field(),
                "description", stream.description(),
                "created", stream.created(),
                "updated", stream.updated(),
                "role", stream.role().name(),
                "filter", filtered ? FILTER : "",
                "conditions", conditions(stream));
        var template = Sdl.resource(StreamSdl.class, "stream.graphqls")
                + (filtered ? Sdl.resource(StreamSdl.class, "filter.graphqls") : "");
        return filled(filled(template, texts), names);
    }

    private static String conditions(EntityStream<?> stream) {
        return stream.conditions().stream()
                .map(condition ->
                        "\"%s\"\n  %s: %s".formatted(condition.description(), condition.name(), condition.type()))
                .collect(Collectors.joining("\n  "));
    }

    /** What has no value here keeps its place. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static String article(String noun) {
        return "aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ";
    }
}
