package dev.parley.jobs;

/** The lease is another run's now; what this one still had in hand is not stored. */
public final class LeaseLostException extends RuntimeException {

    @java.io.Serial
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("Another run has taken over");
    }
}
