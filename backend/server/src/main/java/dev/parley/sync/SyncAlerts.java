package dev.parley.sync;

import dev.parley.alerts.AlertKind;
import dev.parley.alerts.Alerts;
import dev.parley.gateway.UpstreamException;
import dev.parley.jobs.ScheduleState;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/** What people are told about sync, and when. */
@ApplicationScoped
class SyncAlerts {

    @Produces
    static final AlertKind UNAVAILABLE = new AlertKind(
            "ELEVENLABS_UNAVAILABLE",
            AlertKind.Severity.WARNING,
            "ElevenLabs does not answer, or not usefully: what is shown grows old until it does.",
            "ElevenLabs не отвечает или отвечает с ошибкой: до восстановления связи данные устаревают.");

    @Produces
    static final AlertKind REFUSED = new AlertKind(
            "ELEVENLABS_REFUSED",
            AlertKind.Severity.CRITICAL,
            "ElevenLabs refuses the client's key: somebody has to act.",
            "ElevenLabs не принимает ключ клиента: нужно проверить или заменить ключ.");

    @Produces
    static final AlertKind STALLED = new AlertKind(
            "SYNC_STALLED",
            AlertKind.Severity.WARNING,
            "Sync had stopped firing; it was set up anew.",
            "Синхронизация перестала запускаться; её расписание создано заново.");

    private static final List<AlertKind> OWN = List.of(UNAVAILABLE, REFUSED, STALLED);

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
        alerts.close(transaction, refused ? UNAVAILABLE : REFUSED);
        alerts.open(transaction, refused ? REFUSED : UNAVAILABLE, why.code().name());
    }

    /** Whether the last run met ElevenLabs away, or refusing. */
    boolean isElevenLabsAway(Transaction transaction) throws SQLException {
        return alerts.isOpen(transaction, UNAVAILABLE) || alerts.isOpen(transaction, REFUSED);
    }

    /** The schedule had stopped and is set up anew. */
    void stalled(Transaction transaction, ScheduleState state) throws SQLException {
        alerts.open(transaction, STALLED, "TRIGGER_" + state.name());
    }
}
