package dev.parley.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber's "filter" asks. A condition that is left out, null or empty asks nothing, and what has no answer (the
 * entity is gone) fulfils none. Each condition has to be one that something can fulfil: else BAD_USER_INPUT.
 */
public final class EventFilter {

    private static final String ARGUMENT = "filter";
    private static final String TYPE = "type";
    private static final String GAP = "GAP";
    private static final int MOST_IDS = 100;

    private final Map<String, Object> conditions;

    private EventFilter(Map<String, Object> conditions) {
        this.conditions = conditions;
    }

    public static EventFilter of(DataFetchingEnvironment environment) {
        Map<String, Object> given = environment.getArgument(ARGUMENT);
        return new EventFilter(given == null ? Map.of() : given);
    }

    /** Whether this event stands for others that are gone. It is for everybody: they might have been wanted. */
    public static boolean isGap(String type) {
        return type.equals(GAP);
    }

    /** @param asked null: whatever it is, and even when it is not there */
    public record Condition<V>(@Nullable Predicate<V> asked) {

        public boolean isFulfilledBy(@Nullable V value) {
            return asked == null || value != null && asked.test(value);
        }
    }

    /** What happened. */
    public Condition<String> type() {
        var types = names(TYPE);
        if (types.equals(Set.of(GAP))) {
            throw refused(TYPE, "GAP comes anyway: name CREATED, UPDATED or both");
        }
        return types.isEmpty() ? anything() : new Condition<>(types::contains);
    }

    /** One of several constants. */
    public Condition<Enum<?>> oneOf(String name) {
        var names = names(name);
        return names.isEmpty() ? anything() : new Condition<>(constant -> names.contains(constant.name()));
    }

    /** A number that is not smaller. */
    public Condition<Integer> atLeast(String name, int smallest, int largest) {
        var bound = (Integer) conditions.get(name);
        if (bound == null) {
            return anything();
        }
        if (bound < smallest || bound > largest) {
            throw refused(name, "from " + smallest + " to " + largest);
        }
        return new Condition<>(number -> number >= bound);
    }

    /** Exactly this text. */
    public Condition<String> exactly(String name) {
        var text = (String) conditions.get(name);
        return text == null || text.isEmpty() ? anything() : new Condition<>(text::equals);
    }

    /** One of several ids. */
    public Condition<UUID> oneOfIds(String name) {
        var given = list(name);
        if (given.size() > MOST_IDS) {
            throw refused(name, MOST_IDS + " at most");
        }
        var ids = given.stream()
                .map(id -> Ids.parse(id.toString()).orElseThrow(() -> refused(name, "no id of Parley's is written so")))
                .collect(Collectors.toUnmodifiableSet());
        return ids.isEmpty() ? anything() : new Condition<>(ids::contains);
    }

    private Set<String> names(String name) {
        return list(name).stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    private Collection<?> list(String name) {
        return conditions.get(name) instanceof Collection<?> several ? several : List.of();
    }

    private static <V> Condition<V> anything() {
        return new Condition<>(null);
    }

    private static ParleyException refused(String name, String why) {
        return new ParleyException(ErrorCode.BAD_USER_INPUT, "\"" + ARGUMENT + "." + name + "\": " + why);
    }
}
