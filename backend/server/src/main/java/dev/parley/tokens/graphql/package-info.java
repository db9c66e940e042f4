/** API tokens over GraphQL; private to the feature. */
@NullMarked
package dev.parley.tokens.graphql;

import org.jspecify.annotations.NullMarked;
