package dev.parley.graphql.engine;

import org.jspecify.annotations.Nullable;

/**
 * Stands where a field's value should be, until {@link NullPropagation} makes an error of it.
 *
 * @param why null: there was no value where there must be one
 */
record FieldError(@Nullable Throwable why) {

    static final FieldError NOTHING_THERE = new FieldError(null);
}
