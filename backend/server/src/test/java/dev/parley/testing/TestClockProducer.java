package dev.parley.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes the place of the server's own clock in tests. */
@Alternative
@Priority(1)
@ApplicationScoped
class TestClockProducer {

    @Produces
    @Singleton
    Clock clock() {
        return TestClock.shared();
    }
}
