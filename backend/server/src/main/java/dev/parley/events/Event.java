package dev.parley.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A change in the feed.
 *
 * @param id grows in commit order within the client
 */
public record Event(UUID clientId, long id, Change change, Instant occurredAt) {

    /**
     * Stands for events that are not kept any more.
     *
     * @param upTo the last of them: whoever resumes after it misses nothing more
     */
    static Event gap(UUID clientId, EventEntity entity, long upTo, Instant noticedAt) {
        return new Event(clientId, upTo, new Change(entity, Change.Type.GAP, null, List.of()), noticedAt);
    }
}
