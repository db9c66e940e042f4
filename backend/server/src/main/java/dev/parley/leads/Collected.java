package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the agent collected, by its own ids. Models that find nothing often say so in words where they should leave a value
 * out; those words are no values.
 *
 * @param all everything, as it was collected
 */
record Collected(Map<String, String> all) {

    private static final Set<String> NOTHING = Set.of(
            "",
            "n/a",
            "na",
            "nil",
            "none",
            "no",
            "null",
            "undefined",
            "unknown",
            "unspecified",
            "anonymous",
            "not applicable",
            "not available",
            "not given",
            "not known",
            "not mentioned",
            "not provided",
            "not specified",
            "not stated",
            "нет",
            "нет данных",
            "неизвестно",
            "неизвестный",
            "неизвестная",
            "не указано",
            "не указан",
            "не указана",
            "не назвал",
            "не назвала",
            "не названо",
            "не предоставлено",
            "не сообщил",
            "не сообщила",
            "не упомянуто",
            "отсутствует",
            "аноним");

    /** What a caller is, is not what they are called. */
    private static final Set<String> NO_NAMES = Set.of(
            "caller", "the caller", "client", "customer", "the customer", "user", "the user", "клиент", "абонент");

    static Collected of(Conversation conversation) {
        var analysis = conversation.analysis();
        return new Collected(analysis == null ? Map.of() : new LinkedHashMap<>(analysis.dataCollection()));
    }

    /** The values that may be this field's, the first one first. */
    Stream<String> of(LeadField field) {
        return all.entrySet().stream()
                .filter(item -> field.isCollectedAs(item.getKey()))
                .map(Map.Entry::getValue)
                .filter(Collected::isValue)
                .filter(value -> field != LeadField.NAME || !NO_NAMES.contains(plain(value)));
    }

    /** Whether there is a value with one of these ids. */
    boolean hasAny(Collection<String> ids) {
        return all.entrySet().stream()
                .anyMatch(item -> ids.contains(item.getKey().toLowerCase(Locale.ROOT)) && isValue(item.getValue()));
    }

    /** Whether something with one of these ids has one of these values. */
    boolean hasAny(Collection<String> ids, Collection<String> values) {
        return all.entrySet().stream()
                .anyMatch(item -> ids.contains(item.getKey().toLowerCase(Locale.ROOT))
                        && values.contains(plain(item.getValue())));
    }

    private static boolean isValue(String value) {
        return TurnText.hasWords(value) && !NOTHING.contains(plain(value));
    }

    private static String plain(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }

    @Override
    public String toString() {
        return "Collected" + all.keySet();
    }
}
