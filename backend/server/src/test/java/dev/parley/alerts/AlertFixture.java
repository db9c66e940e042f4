package dev.parley.alerts;

import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;

/** An alert that is open. */
final class AlertFixture implements FeatureFixture {

    @Override
    public Rows make(Parley parley, OwnClient client) {
        var alerts = CDI.current().select(Alerts.class).get();
        var kinds = CDI.current().select(AlertKinds.class).get();
        CDI.current().select(Persistence.class).get().inClient(Context.jobs(client.id()), Mode.WRITE, transaction -> {
            alerts.open(transaction, kinds.ofStored("sync_stalled"), "TRIGGER_LATE");
            return null;
        });
        return new Rows(
                Map.of("alertEvents", "(after: \"0\")"),
                List.of(parley.sql("select id from alerts where client_id = ?", client.id())));
    }
}
