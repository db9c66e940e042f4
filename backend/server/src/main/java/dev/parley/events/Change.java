package dev.parley.events;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an entity; names of fields, never their values.
 *
 * @param entityId null with a gap only
 */
public record Change(EventEntity entity, Type type, @Nullable UUID entityId, List<String> changedFields) {

    /** What can happen. */
    public enum Type {
        CREATED,
        UPDATED,
        /** Never stored: what came before is not kept any more. */
        GAP
    }

    public Change {
        changedFields = List.copyOf(changedFields);
    }

    /** The entity, unless this is a gap. */
    public Optional<UUID> subject() {
        return Optional.ofNullable(entityId);
    }
}
