package dev.parley.events.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Ids;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber may ask of the entity that an event is about: a field of the stream's filter. One that is left out, null
 * or empty asks nothing. A value that is null fulfils no condition.
 *
 * @param name of the field
 * @param type in SDL
 * @param description in SDL
 * @param asked what a value that was given asks; empty: nothing
 */
public record EventCondition<V>(
        String name, String type, String description, Function<Object, Optional<Predicate<V>>> asked) {

    private static final int MOST_IDS = 100;

    /**
     * One of several constants.
     *
     * @param enumeration its GraphQL type
     */
    public static <V> EventCondition<V> oneOf(
            String name, String enumeration, String description, Function<V, @Nullable Enum<?>> value) {
        return new EventCondition<>(name, "[" + enumeration + "!]", description, given -> {
            var names = names(given);
            return when(!names.isEmpty(), value, constant -> names.contains(constant.name()));
        });
    }

    /** A number that is not smaller than the one given, which lies in a range. */
    public static <V> EventCondition<V> atLeast(
            String name, int smallest, int largest, String description, Function<V, @Nullable Integer> value) {
        return new EventCondition<>(name, "Int", description, given -> {
            int bound = (Integer) given;
            if (bound < smallest || bound > largest) {
                throw refused(name, "from " + smallest + " to " + largest);
            }
            return when(true, value, number -> number >= bound);
        });
    }

    /** Exactly the text given. */
    public static <V> EventCondition<V> exactly(String name, String description, Function<V, @Nullable String> value) {
        return new EventCondition<>(
                name, "String", description, given -> when(!given.equals(""), value, given::equals));
    }

    /** One of several ids, 100 at most. */
    public static <V> EventCondition<V> oneOfIds(String name, String description, Function<V, @Nullable UUID> value) {
        return new EventCondition<>(name, "[ID!]", description, given -> {
            var ids = ids(name, (Collection<?>) given);
            return when(!ids.isEmpty(), value, ids::contains);
        });
    }

    static Set<String> names(Object given) {
        return ((Collection<?>) given).stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    static ParleyException refused(String name, String why) {
        return new ParleyException(ErrorCode.BAD_USER_INPUT, "\"" + EventFilter.ARGUMENT + "." + name + "\": " + why);
    }

    private static Set<UUID> ids(String name, Collection<?> given) {
        if (given.size() > MOST_IDS) {
            throw refused(name, MOST_IDS + " at most");
        }
        return given.stream()
                .map(id -> Ids.parse(id.toString()).orElseThrow(() -> refused(name, "no id of Parley's is written so")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <V, T> Optional<Predicate<V>> when(
            boolean asks, Function<V, @Nullable T> value, Predicate<T> fulfilled) {
        return asks
                ? Optional.of(entity -> {
                    var found = value.apply(entity);
                    return found != null && fulfilled.test(found);
                })
                : Optional.empty();
    }
}
