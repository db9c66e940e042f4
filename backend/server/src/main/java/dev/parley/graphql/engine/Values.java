package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gets the values of a field for many objects at once. */
@FunctionalInterface
interface Values {

    /** @return one for each object, in their order; a {@link Failed} where there should have been one */
    List<@Nullable Object> of(List<Object> sources, Operation operation);
}
