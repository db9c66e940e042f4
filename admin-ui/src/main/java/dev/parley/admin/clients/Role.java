package dev.parley.admin.clients;

import dev.parley.admin.language.TextKey;
import dev.parley.admin.language.Texts;

/** What somebody may do in a client, most rights first. */
@TextKey("clients.role")
public enum Role {
    OWNER,
    ADMIN,
    ANALYST,
    VIEWER;

    /** What it may do, in words. */
    public String explanation() {
        return Texts.text(Texts.key(this) + ".explanation");
    }

    public boolean mayEdit() {
        return this != VIEWER;
    }

    /** Whether it may do all that the other may. */
    public boolean includes(Role other) {
        return compareTo(other) <= 0;
    }
}
