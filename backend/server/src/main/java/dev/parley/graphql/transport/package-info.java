/** How clients reach the endpoint: HTTP, WebSocket, server-sent events. Knows the engine; the engine does not know it. */
@NullMarked
package dev.parley.graphql.transport;

import org.jspecify.annotations.NullMarked;
