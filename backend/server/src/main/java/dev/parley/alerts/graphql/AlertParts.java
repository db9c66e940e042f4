package dev.parley.alerts.graphql;

import dev.parley.alerts.Alerts;
import dev.parley.events.graphql.EntityStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The stream of the events of alerts. */
@ApplicationScoped
class AlertParts {

    @Produces
    EntityStream<AlertType> alertEvents(Alerts alerts) {
        return EntityStream.of(Alerts.ENTITY, "Alert", (transaction, id) -> alerts.find(transaction, id)
                        .map(AlertType::new))
                .described("Alerts that open and close.", "It opened.", "It closed.");
    }
}
