package dev.parley.graphql;

import java.util.List;

/**
 * What a feature adds to the generated schema: fields on other features' types, subscriptions, and their types. A CDI
 * bean.
 */
public interface SchemaPart {

    /** SDL; extends types that exist ({@code extend type Conversation { … }}, {@code extend type Subscription { … }}). */
    String sdl();

    default List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of();
    }

    default List<StreamField<?, ?>> streams() {
        return List.of();
    }
}
