package dev.parley.alerts.graphql;

import dev.parley.alerts.Alert;
import dev.parley.alerts.AlertKind;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** An alert as the API shows it. */
@Type("Alert")
@Description("Something that is, or was, wrong. Opens and closes by itself.")
public record AlertType(Alert alert) {

    @Id
    @Description("Parley's id.")
    public String getId() {
        return alert.id().toString();
    }

    /** The field is declared in SDL, since its values are what features declare. */
    public String kind() {
        return alert.kind().name();
    }

    @Description("How bad it is.")
    public AlertKind.Severity getSeverity() {
        return alert.kind().severity();
    }

    @Description("What is wrong, for people.")
    public AlertMessage getMessage() {
        return new AlertMessage(alert.kind());
    }

    @Description("What opened it, for example RATE_LIMITED.")
    public String getCode() {
        return alert.code();
    }

    @Description("How often it was reported while it was open.")
    public int getCount() {
        return alert.count();
    }

    @Description("When it opened: when it was reported for the first time.")
    public Instant getOpenedAt() {
        return alert.openedAt();
    }

    @Description("When it was reported for the last time.")
    public Instant getLastSeenAt() {
        return alert.lastSeenAt();
    }

    @Description("When it closed; null while it is open.")
    public @Nullable Instant getClosedAt() {
        return alert.closedAt();
    }
}
