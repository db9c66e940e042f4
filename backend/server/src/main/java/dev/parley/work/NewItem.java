package dev.parley.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item to be added.
 *
 * @param subjectId the row of the feature that it is about
 * @param payload JSON of up to 10,000 characters: ids and numbers, never what people said or wrote
 * @param dedupeKey names the piece of work: the same key again is no news for as long as the item is kept
 * @param orderKey items of one key of a client are worked on one after the other, in the order they were added. A failed
 *     one holds its followers back until it is done or given up
 */
public record NewItem(
        @Nullable UUID subjectId, @Nullable String payload, @Nullable String dedupeKey, @Nullable String orderKey) {

    public static NewItem about(UUID subjectId) {
        return new NewItem(subjectId, null, null, null);
    }

    public static NewItem ofPayload(String json) {
        return new NewItem(null, json, null, null);
    }

    public NewItem with(String json) {
        return new NewItem(subjectId, json, dedupeKey, orderKey);
    }

    public NewItem once(String key) {
        return new NewItem(subjectId, payload, key, orderKey);
    }

    public NewItem inOrder(String key) {
        return new NewItem(subjectId, payload, dedupeKey, key);
    }
}
