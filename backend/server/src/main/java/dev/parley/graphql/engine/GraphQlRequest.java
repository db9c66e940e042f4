package dev.parley.graphql.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client asks, as GraphQL over HTTP and over sockets send it. Its text form has no variables: they are personal. */
public record GraphQlRequest(String query, @Nullable String operationName, Map<String, Object> variables) {

    @Override
    public String toString() {
        return "GraphQlRequest[" + operationName + "]";
    }
}
