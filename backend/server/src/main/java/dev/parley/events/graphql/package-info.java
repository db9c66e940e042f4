/** The feed over GraphQL; private to the feature. */
@NullMarked
package dev.parley.events.graphql;

import org.jspecify.annotations.NullMarked;
