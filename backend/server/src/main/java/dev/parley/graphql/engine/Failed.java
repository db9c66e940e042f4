package dev.parley.graphql.engine;

import org.jspecify.annotations.Nullable;

/**
 * Stands where a value should be.
 *
 * @param why null: there was none where there must be one
 */
record Failed(@Nullable Throwable why) {

    static final Failed NOTHING_THERE = new Failed(null);
}
