package dev.parley.events;

import java.util.List;
import java.util.UUID;

/** Something that happened to an entity; names of fields, never their values. */
public record Change(Entity entity, Type type, UUID entityId, List<String> changedFields) {

    /** What a change can be about. */
    public enum Entity {
        LEAD,
        CONVERSATION,
        SYNC_RUN,
        ALERT
    }

    /** What can happen. */
    public enum Type {
        CREATED,
        UPDATED
    }

    public Change {
        changedFields = List.copyOf(changedFields);
    }
}
