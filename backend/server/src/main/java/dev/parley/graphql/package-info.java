/** The GraphQL endpoint: schema assembly, HTTP, WebSocket, errors. Knows no feature. */
@NullMarked
package dev.parley.graphql;

import org.jspecify.annotations.NullMarked;
