/** The contract over GraphQL. */
@NullMarked
package dev.parley.contract.graphql;

import org.jspecify.annotations.NullMarked;
