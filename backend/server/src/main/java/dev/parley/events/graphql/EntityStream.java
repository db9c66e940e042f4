package dev.parley.events.graphql;

import dev.parley.events.EventEntity;
import dev.parley.persistence.Transaction;
import dev.parley.security.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream of the events about one kind of entity, declared by its feature. It is all that the API needs: a CDI producer of
 * one adds the subscription field, the event's type, the enum of what can happen, the filter, replay and GAP.
 *
 * <pre>{@code
 * @Produces
 * EntityStream<DocumentType> documentEvents(Documents documents) {
 *     return EntityStream.of(Documents.ENTITY, "Document", (transaction, id) ->
 *             documents.find(transaction, id).map(DocumentType::new));
 * }
 * }</pre>
 *
 * Names follow from the type: {@code documentEvents}, {@code DocumentEvent}, {@code DocumentEventType}.
 *
 * @param <V> how the API shows the entity
 */
public final class EntityStream<V> {

    /** Finds an entity in the transaction's client; empty when it is gone. */
    @FunctionalInterface
    public interface Find<V> {
        Optional<V> find(Transaction transaction, UUID id) throws SQLException;
    }

    private final EventEntity entity;
    private final String type;
    private final Find<V> find;
    private final List<EventCondition<V>> conditions = new ArrayList<>();
    private String field;
    private String event;
    private String entityField;
    private String description;
    private String created = "It is new.";
    private String updated = "It changed.";
    private Role role = Role.VIEWER;

    private EntityStream(EventEntity entity, String type, Find<V> find) {
        this.entity = entity;
        this.type = type;
        this.find = find;
        this.entityField = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        this.field = entityField + "Events";
        this.event = type + "Event";
        this.description = "New and changed " + noun() + "s.";
    }

    /**
     * @param type the entity's GraphQL type, for example Document
     * @param find reads an entity as it is now; asked once for all subscribers with the same role
     */
    public static <V> EntityStream<V> of(EventEntity entity, String type, Find<V> find) {
        return new EntityStream<>(entity, type, find);
    }

    /** Other names than those that follow from the type: of the subscription field, the event's type, and the entity in it. */
    public EntityStream<V> named(String field, String event, String entityField) {
        this.field = field;
        this.event = event;
        this.entityField = entityField;
        return this;
    }

    /**
     * What the published schema says.
     *
     * @param stream of the whole, for example "Alerts that open and close."
     * @param created of the event type CREATED, for example "It opened."
     * @param updated of the event type UPDATED
     */
    public EntityStream<V> described(String stream, String created, String updated) {
        this.description = stream;
        this.created = created;
        this.updated = updated;
        return this;
    }

    /** The least role that may subscribe; without it, every member may. */
    public EntityStream<V> role(Role least) {
        this.role = least;
        return this;
    }

    /** What subscribers may ask of the entity; without any, the stream has no filter. */
    @SafeVarargs
    public final EntityStream<V> filter(EventCondition<V>... several) {
        conditions.addAll(List.of(several));
        return this;
    }

    EventEntity entity() {
        return entity;
    }

    Find<V> find() {
        return find;
    }

    List<EventCondition<V>> conditions() {
        return List.copyOf(conditions);
    }

    /** Of the subscription. */
    String field() {
        return field;
    }

    /** The GraphQL type of its events. */
    String event() {
        return event;
    }

    /** The field of the event that shows the entity. */
    String entityField() {
        return entityField;
    }

    /** The entity's GraphQL type. */
    String type() {
        return type;
    }

    Role role() {
        return role;
    }

    String description() {
        return description;
    }

    String created() {
        return created;
    }

    String updated() {
        return updated;
    }

    /** The entity in a sentence: of SyncRun, "sync run". */
    String noun() {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
