package dev.parley.alerts.graphql;

import dev.parley.alerts.Alert;
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

    @Description("What is wrong.")
    public Alert.Kind getKind() {
        return alert.kind();
    }

    @Description("What opened it, for example RATE_LIMITED.")
    public String getCode() {
        return alert.code();
    }

    @Description("When it opened.")
    public Instant getOpenedAt() {
        return alert.openedAt();
    }

    @Description("When it closed; null while it is open.")
    public @Nullable Instant getClosedAt() {
        return alert.closedAt();
    }
}
