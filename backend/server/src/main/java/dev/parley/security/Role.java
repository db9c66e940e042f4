package dev.parley.security;

import java.util.Locale;

/** What a member may do in a client, most rights first. Each role may do what the ones after it may. */
public enum Role {
    OWNER,
    ADMIN,
    ANALYST,
    VIEWER;

    public boolean includes(Role needed) {
        return compareTo(needed) <= 0;
    }

    /** As stored in {@code client_members.role}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
