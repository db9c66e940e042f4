/** GraphQL: schema assembly, execution, limits, errors. Knows no feature; how clients reach it is below, in transport. */
@NullMarked
package dev.parley.graphql;

import org.jspecify.annotations.NullMarked;
