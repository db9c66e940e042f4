package dev.parley.events;

/**
 * A kind of thing that events are about. A feature declares its own as a constant, and a migration adds the name to
 * {@code private.event_entities}.
 *
 * @param name as stored, for example {@code sync_run}
 */
public record EventEntity(String name) {}
