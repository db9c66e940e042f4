package dev.parley.security;

import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;

/** What a member may do in a client, most rights first. Each role may do what the ones after it may. */
@Description("What a member may do in a client. Each role may do what the lesser ones may.")
public enum Role {
    @Description("Everything, including who else may.")
    OWNER,
    @Description("Settings and members, beside what an analyst may.")
    ADMIN,
    @Description("Reads everything and works on leads.")
    ANALYST,
    @Description("Reads everything, changes nothing.")
    VIEWER;

    public boolean includes(Role needed) {
        return compareTo(needed) <= 0;
    }

    /** As stored in {@code client_members.role}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
