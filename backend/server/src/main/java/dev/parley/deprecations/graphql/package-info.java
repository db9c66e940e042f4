/** The contract over GraphQL. */
@NullMarked
package dev.parley.deprecations.graphql;

import org.jspecify.annotations.NullMarked;
