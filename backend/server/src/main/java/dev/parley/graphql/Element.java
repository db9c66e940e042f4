package dev.parley.graphql;

/** What a subscription has streamed and is to be answered now. In the context of that answer's execution. */
record Element(Object streamed) {

    /** @param field that streamed it */
    @SuppressWarnings("unchecked") // only this field's stream is answered in this execution
    <E> One<Object> presented(StreamField<E> field, Operation operation, Sharing sharing) {
        return new One<>(sharing.presented(field, operation, (E) streamed));
    }
}
