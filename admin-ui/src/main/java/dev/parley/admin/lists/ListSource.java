package dev.parley.admin.lists;

import dev.parley.admin.clients.Api;
import dev.parley.admin.live.Channel;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where a list's rows come from. */
public interface ListSource<T, F extends ListFilter<T>> {

    /** @throws dev.parley.admin.graphql.ApiException when they cannot be had */
    Page<T> list(Api api, F filter, int offset, int first);

    /** Tells of rows that are new or changed; empty: nobody does. */
    default Optional<Channel> events() {
        return Optional.empty();
    }

    /** The row that an event carries, as it is now; empty when it is gone. */
    default Optional<T> row(JsonNode event) {
        return Optional.empty();
    }
}
