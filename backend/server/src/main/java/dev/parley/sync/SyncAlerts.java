package dev.parley.sync;

import dev.parley.alerts.Alert;
import dev.parley.alerts.Alerts;
import dev.parley.gateway.UpstreamException;
import dev.parley.jobs.ScheduleState;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/** What people are told about sync. It opens and closes alerts of its own only. */
@ApplicationScoped
class SyncAlerts {

    private static final List<Alert.Kind> OWN =
            List.of(Alert.Kind.ELEVENLABS_UNAVAILABLE, Alert.Kind.ELEVENLABS_REFUSED, Alert.Kind.SYNC_STALLED);

    private final Alerts alerts;

    @Inject
    SyncAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    /** A run saw everything there was to see. */
    void succeeded(Transaction transaction) throws SQLException {
        for (var kind : OWN) {
            alerts.close(transaction, kind);
        }
    }

    /** Who refuses is there, and who is away refuses nothing: only the alert about what was met last stays open. */
    void failed(Transaction transaction, UpstreamException why) throws SQLException {
        boolean refused = why instanceof UpstreamException.Refused;
        alerts.close(transaction, refused ? Alert.Kind.ELEVENLABS_UNAVAILABLE : Alert.Kind.ELEVENLABS_REFUSED);
        alerts.open(
                transaction,
                refused ? Alert.Kind.ELEVENLABS_REFUSED : Alert.Kind.ELEVENLABS_UNAVAILABLE,
                why.code().name());
    }

    /** The schedule had stopped and is set up anew. */
    void stalled(Transaction transaction, ScheduleState state) throws SQLException {
        alerts.open(transaction, Alert.Kind.SYNC_STALLED, "TRIGGER_" + state.name());
    }
}
