package dev.parley.knowledge;

import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;

/** How far a document is. */
@Description("How far a document is.")
public enum DocumentStatus {
    @Description("Its newest version is being read and embedded. An older one, if there is one, is found meanwhile.")
    PROCESSING,
    @Description("Its newest version is found.")
    READY,
    @Description(
            "Its newest version could not be processed: see failure. An older one, if there is one, is still found.")
    FAILED,
    @Description("It was put away and is not found.")
    ARCHIVED;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DocumentStatus ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
