package dev.parley.leads;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/** How far people have come with a lead. */
@Description("How far people have come with a lead.")
public enum LeadStatus {
    @Description("Nobody has looked at it yet.")
    NEW,
    @Description("Somebody has got in touch.")
    CONTACTED,
    @Description("It is worth an offer.")
    QUALIFIED,
    @Description("It became a customer.")
    CONVERTED,
    @Description("Nothing will come of it.")
    LOST;

    private static final Map<String, LeadStatus> STORED =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(LeadStatus::stored, Function.identity()));

    /** @throws IllegalArgumentException when it is none */
    public static LeadStatus ofStored(String word) {
        var found = STORED.get(word);
        if (found == null) {
            throw new IllegalArgumentException("Not a status of a lead: " + word);
        }
        return found;
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
