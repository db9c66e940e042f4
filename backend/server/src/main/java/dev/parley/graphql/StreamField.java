package dev.parley.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/**
 * A subscription field.
 *
 * @param name its name
 * @param open what it streams; refuses arguments that cannot be
 * @param present turns each element into the field's value, reading in the operation's transaction; once for all subscribers
 *     with the same rights, whatever they ask for
 * @param wanted which values a subscriber wants to hear of, by the field's arguments
 */
public record StreamField<E, V>(
        String name,
        Function<DataFetchingEnvironment, Publisher<E>> open,
        BiFunction<Operation, E, V> present,
        Function<DataFetchingEnvironment, Predicate<V>> wanted) {

    /** All are wanted. */
    public StreamField(
            String name, Function<DataFetchingEnvironment, Publisher<E>> open, BiFunction<Operation, E, V> present) {
        this(name, open, present, environment -> value -> true);
    }
}
