/** Sync over GraphQL; private to the feature. */
@NullMarked
package dev.parley.sync.graphql;

import org.jspecify.annotations.NullMarked;
