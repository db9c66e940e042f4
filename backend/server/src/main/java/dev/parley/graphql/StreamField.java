package dev.parley.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * A subscription field.
 *
 * @param name its name
 * @param open what it streams
 * @param present turns each element into the field's value, reading in the operation's transaction
 */
public record StreamField<E>(
        String name, Function<DataFetchingEnvironment, Publisher<E>> open, BiFunction<Operation, E, Object> present) {}
