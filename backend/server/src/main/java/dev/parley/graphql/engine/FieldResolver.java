package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gets the values of a field below the root for many objects at once. In the schema it stands where graphql-java looks for a
 * data fetcher.
 */
@FunctionalInterface
interface FieldResolver extends DataFetcher<Object> {

    /** @return one for each object, in their order; a {@link FieldError} where there should have been one */
    List<@Nullable Object> resolve(List<Object> sources, Map<String, @Nullable Object> arguments, Operation operation);

    @Override
    default Object get(DataFetchingEnvironment environment) {
        throw new IllegalStateException("Only " + BreadthFirstExecutor.class.getSimpleName() + " reads this");
    }
}
