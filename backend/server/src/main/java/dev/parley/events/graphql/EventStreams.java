package dev.parley.events.graphql;

import dev.parley.events.Event;
import dev.parley.events.EventFeed;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.Ids;
import dev.parley.graphql.Operation;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.StreamField;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Serves the streams that features declare. */
@ApplicationScoped
public class EventStreams implements SchemaPart {

    private final List<EntityStream<?>> declared;
    private final EventFeed feed;

    @Inject
    public EventStreams(Instance<EntityStream<?>> declared, EventFeed feed) {
        this(declared.stream().toList(), feed);
    }

    /** With streams that are no beans. */
    public EventStreams(Collection<EntityStream<?>> declared, EventFeed feed) {
        this.declared = List.copyOf(declared);
        this.feed = feed;
    }

    @Override
    public String sdl() {
        return declared.stream().map(StreamSdl::of).collect(Collectors.joining("\n"));
    }

    /** All events are shown by one class. */
    @Override
    public Map<String, Class<?>> types() {
        return declared.stream().collect(Collectors.toMap(EntityStream::event, stream -> EntityEvent.class));
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return declared.stream()
                .<BatchedField<?, ?, ?>>map(EventStreams::entity)
                .toList();
    }

    @Override
    public List<StreamField<?, ?>> streams() {
        return declared.stream().<StreamField<?, ?>>map(this::stream).toList();
    }

    /** The entity's field has a name of its own in each type of event. It was read with the event. */
    private static <V> BatchedField<EntityEvent<V>, V, V> entity(EntityStream<V> stream) {
        return BatchedField.known(stream.event(), stream.entityField(), EntityEvent::entity);
    }

    private <V> StreamField<Event, EntityEvent<V>> stream(EntityStream<V> stream) {
        return new StreamField<>(
                stream.field(),
                env -> {
                    filter(stream, env); // refused now or never
                    return feed.events(
                            Operation.of(env).caller().inClient().clientId(),
                            stream.entity(),
                            Ids.eventPosition(env.getArgument("after")));
                },
                (operation, event) -> present(stream, operation, event),
                env -> filter(stream, env));
    }

    private static <V> EntityEvent<V> present(EntityStream<V> stream, Operation operation, Event event) {
        var subject = event.change().subject();
        return EntityEvent.of(
                event,
                subject.flatMap(id ->
                                operation.read(transaction -> stream.find().find(transaction, id)))
                        .orElse(null));
    }

    private static <V> EventFilter<V> filter(EntityStream<V> stream, DataFetchingEnvironment environment) {
        return EventFilter.of(stream.conditions(), environment.getArgument(EventFilter.ARGUMENT));
    }
}
