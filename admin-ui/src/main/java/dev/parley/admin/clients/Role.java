package dev.parley.admin.clients;

/** What somebody may do in a client, most rights first. */
public enum Role {
    OWNER,
    ADMIN,
    ANALYST,
    VIEWER;

    public boolean mayEdit() {
        return this != VIEWER;
    }

    public boolean mayAdminister() {
        return includes(ADMIN);
    }

    /** Whether it may do all that the other may. */
    public boolean includes(Role other) {
        return compareTo(other) <= 0;
    }
}
