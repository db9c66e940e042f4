package dev.parley.alerts;

import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/**
 * Something that can be wrong, declared by the feature that notices it as a CDI producer field that other packages cannot see:
 * so nobody else opens or closes its alerts. A migration adds the name, in lower case, to {@code private.alert_kinds}.
 *
 * @param name in the API, for example SYNC_STALLED
 * @param english a sentence for people: what is wrong, and what to do when there is something to do
 * @param russian the same in Russian
 */
public record AlertKind(String name, Severity severity, String english, String russian) {

    /** How bad it is. */
    @Name("AlertSeverity")
    @Description("How bad it is.")
    public enum Severity {
        @Description("Good to know; nothing is missing.")
        INFO,
        @Description("Something does not work as it should, and may repair itself.")
        WARNING,
        @Description("Something does not work until a person acts.")
        CRITICAL
    }

    String stored() {
        return name.toLowerCase(Locale.ROOT);
    }
}
