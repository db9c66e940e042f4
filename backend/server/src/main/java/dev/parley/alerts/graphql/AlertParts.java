package dev.parley.alerts.graphql;

import dev.parley.alerts.Alerts;
import dev.parley.events.Change;
import dev.parley.events.Event;
import dev.parley.events.EventFeed;
import dev.parley.graphql.Ids;
import dev.parley.graphql.Operation;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.graphql.StreamField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of alerts. */
@ApplicationScoped
public class AlertParts implements SchemaPart {

    /** An event as the API shows it. */
    public record AlertEventType(
            String id, String type, Instant occurredAt, @Nullable AlertType alert, List<String> changedFields) {}

    private final Alerts alerts;
    private final EventFeed feed;

    @Inject
    public AlertParts(Alerts alerts, EventFeed feed) {
        this.alerts = alerts;
        this.feed = feed;
    }

    @Override
    public String sdl() {
        return Sdl.resource(AlertParts.class, "alerts.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of("AlertEvent", AlertEventType.class);
    }

    @Override
    public List<StreamField<?, ?>> streams() {
        return List.of(new StreamField<Event, AlertEventType>(
                "alertEvents",
                env -> feed.events(
                        Operation.of(env).caller().inClient().clientId(),
                        Change.Entity.ALERT,
                        Ids.eventPosition(env.getArgument("after"))),
                this::present));
    }

    private AlertEventType present(Operation operation, Event event) {
        var change = event.change();
        return new AlertEventType(
                Long.toString(event.id()),
                change.type().name(),
                event.occurredAt(),
                change.subject()
                        .flatMap(id -> operation.read(transaction -> alerts.find(transaction, id)))
                        .map(AlertType::new)
                        .orElse(null),
                change.changedFields());
    }
}
