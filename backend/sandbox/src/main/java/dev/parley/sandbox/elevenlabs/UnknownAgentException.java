package dev.parley.sandbox.elevenlabs;

import java.io.Serial;

/** No client of this world has the agent. */
public final class UnknownAgentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownAgentException() {
        super("No client has an agent with this id");
    }
}
