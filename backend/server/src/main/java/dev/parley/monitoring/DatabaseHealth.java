package dev.parley.monitoring;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: a transaction can be opened. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private final Persistence persistence;

    @Inject
    DatabaseHealth(Persistence persistence) {
        this.persistence = persistence;
    }

    @Override
    public HealthCheckResponse call() {
        boolean up;
        try {
            up = persistence.inClient(Context.system(DatabaseRole.REQUEST), Mode.READ, transaction -> true);
        } catch (RuntimeException e) {
            up = false;
        }
        return HealthCheckResponse.named("database").status(up).build();
    }
}
