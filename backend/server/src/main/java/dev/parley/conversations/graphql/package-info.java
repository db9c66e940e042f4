/** Conversations over GraphQL; private to the feature. */
@NullMarked
package dev.parley.conversations.graphql;

import org.jspecify.annotations.NullMarked;
