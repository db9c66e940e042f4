package dev.parley.admin.clients;

/** What a person may do in a client. */
public enum Role {
    OWNER,
    ADMIN,
    ANALYST,
    VIEWER;

    public boolean mayEdit() {
        return this != VIEWER;
    }
}
