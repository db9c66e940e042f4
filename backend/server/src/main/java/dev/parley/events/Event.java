package dev.parley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A change in the feed.
 *
 * @param id grows in commit order within the client
 */
public record Event(UUID clientId, long id, Change change, Instant occurredAt) {}
