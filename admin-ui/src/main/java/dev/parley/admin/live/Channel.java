package dev.parley.admin.live;

import dev.parley.admin.clients.Role;
import dev.parley.admin.graphql.Document;

/**
 * A subscription of the API.
 *
 * @param field carries the events
 * @param operation takes {@code $after}, and asks for {@code id} and {@code type} of each event
 * @param role the least that may listen: for others the API is not asked
 */
public record Channel(String field, Document operation, Role role) {

    /** For every member. */
    public Channel(String field, Document operation) {
        this(field, operation, Role.VIEWER);
    }
}
