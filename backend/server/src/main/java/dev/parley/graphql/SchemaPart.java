package dev.parley.graphql;

import java.util.List;
import java.util.Map;

/**
 * What a feature adds to the generated schema: fields on other features' types, subscriptions, and their types. A CDI
 * bean.
 */
public interface SchemaPart {

    /** SDL; extends types that exist ({@code extend type Conversation { … }}, {@code extend type Subscription { … }}). */
    String sdl();

    /**
     * The Java class that shows each object type of the SDL, for example {@code "Evidence" -> EvidenceType.class}. Needed where
     * no getter tells: of what a {@link BatchedField} or {@link StreamField} gives, and of types behind an interface or union,
     * where an object's class says which of them it is.
     */
    default Map<String, Class<?>> types() {
        return Map.of();
    }

    default List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of();
    }

    default List<StreamField<?, ?>> streams() {
        return List.of();
    }
}
