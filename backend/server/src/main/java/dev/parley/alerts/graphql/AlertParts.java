package dev.parley.alerts.graphql;

import dev.parley.alerts.AlertKinds;
import dev.parley.alerts.Alerts;
import dev.parley.events.graphql.EntityStream;
import dev.parley.graphql.SchemaPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** The kinds that features declare, and the stream of the events of alerts. */
@ApplicationScoped
public class AlertParts implements SchemaPart {

    private final Alerts alerts;
    private final AlertKinds kinds;

    @Inject
    public AlertParts(Alerts alerts, AlertKinds kinds) {
        this.alerts = alerts;
        this.kinds = kinds;
    }

    @Override
    public String sdl() {
        return """
                extend type Alert {
                  "What is wrong."
                  kind: AlertKind!
                }

                "What can be wrong."
                enum AlertKind {
                %s
                }
                """
                .formatted(kinds.all().stream()
                        .map(kind -> "  \"\"\"%s\"\"\"%n  %s".formatted(kind.english(), kind.name()))
                        .collect(Collectors.joining("\n")));
    }

    @Produces
    EntityStream<AlertType> alertEvents() {
        return EntityStream.of(Alerts.ENTITY, "Alert", (transaction, id) -> alerts.find(transaction, id)
                        .map(AlertType::new))
                .described(
                        "Alerts that open and close.",
                        "It opened.",
                        "It closed, or was reported again; of that, once a minute at most.");
    }
}
