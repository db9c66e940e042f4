package dev.parley.events.graphql;

import dev.parley.events.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as the API shows it.
 *
 * @param id its position in the client's feed
 * @param entity what it is about, as it is now; null when that is gone, and with a gap
 */
public record EntityEvent<V>(
        String id, String type, Instant occurredAt, @Nullable V entity, List<String> changedFields) {

    static <V> EntityEvent<V> of(Event event, @Nullable V entity) {
        var change = event.change();
        return new EntityEvent<>(
                Long.toString(event.id()), change.type().name(), event.occurredAt(), entity, change.changedFields());
    }
}
