/** The caller and their clients over GraphQL; private to the feature. */
@NullMarked
package dev.parley.clients.graphql;

import org.jspecify.annotations.NullMarked;
