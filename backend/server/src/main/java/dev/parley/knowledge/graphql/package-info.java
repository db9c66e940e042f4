/** Documents over GraphQL; private to the feature. */
@NullMarked
package dev.parley.knowledge.graphql;

import org.jspecify.annotations.NullMarked;
