package dev.parley.admin.graphql;

import org.jspecify.annotations.Nullable;

/** The API did not do what was asked. Says nothing of the data involved. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final @Nullable String requestId;

    public ApiException(Problem problem, String message, @Nullable String requestId) {
        super(message);
        this.problem = problem;
        this.requestId = requestId;
    }

    public ApiException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.requestId = null;
    }

    public Problem problem() {
        return problem;
    }

    /** What support needs to find it in the logs. */
    public @Nullable String requestId() {
        return requestId;
    }
}
