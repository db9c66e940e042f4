package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import dev.parley.graphql.StreamField;
import graphql.schema.DataFetchingEnvironment;

/** What a subscription has streamed and is to be answered now. In the context of that answer's execution. */
record Element(Object streamed) {

    /**
     * @param field that streamed it
     * @return nothing when it is not wanted
     */
    @SuppressWarnings("unchecked") // only this field's stream is answered in this execution
    <E, V> One<V> presented(StreamField<E, V> field, DataFetchingEnvironment environment, Sharing sharing) {
        var shown = sharing.presented(field, Operation.of(environment), (E) streamed);
        return new One<>(field.wanted().apply(environment).test(shown) ? shown : null);
    }
}
