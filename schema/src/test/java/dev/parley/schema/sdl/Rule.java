package dev.parley.schema.sdl;

import graphql.schema.GraphQLSchema;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that holds everywhere in the contract.
 *
 * @param says what
 * @param broken where it does not hold, as coordinates such as {@code Lead.email} or {@code Query.leads(first:)}
 */
record Rule(String says, Function<GraphQLSchema, Stream<String>> broken) {

    @Override
    public String toString() {
        return says;
    }
}
