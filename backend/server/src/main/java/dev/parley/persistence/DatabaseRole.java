package dev.parley.persistence;

/** The role a transaction steps into; log-ins themselves may do nothing. Names are those of the migrations. */
public enum DatabaseRole {
    /** Somebody asks through the API. */
    REQUEST("parley_request", Login.BACKEND),
    /** Background work inside one client. */
    JOBS("parley_jobs", Login.JOBS),
    /** Reads the event feed of all clients. */
    FEED("parley_feed", Login.JOBS),
    /** Appends to the request log. */
    LOG("parley_log", Login.JOBS);

    /** Which of the two run-time log-ins may step into the role. */
    enum Login {
        BACKEND,
        JOBS
    }

    private final String sqlName;
    private final Login login;

    DatabaseRole(String sqlName, Login login) {
        this.sqlName = sqlName;
        this.login = login;
    }

    String sqlName() {
        return sqlName;
    }

    Login login() {
        return login;
    }
}
