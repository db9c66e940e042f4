package dev.parley.monitoring;

import io.helidon.logging.common.spi.LoggingProvider;

/** Tells Helidon, which would complain of having none, that logging is set up: Logback does it by itself, from logback.xml. */
public final class LogbackSettings implements LoggingProvider {

    @Override
    public void initialization() {
        // Done before anything was logged.
    }

    @Override
    public void runTime() {
        // There is nothing that could change.
    }
}
