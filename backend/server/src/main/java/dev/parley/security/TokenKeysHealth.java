package dev.parley.security;

import dev.parley.NodeRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether people's tokens can be verified. A node is not ready while the issuer answers without a usable key, unless there
 * has been one: what happens there later must not take all nodes away from webhooks and API tokens.
 */
@Readiness
@ApplicationScoped
class TokenKeysHealth implements HealthCheck {

    private final Callers callers;
    private volatile boolean everUsable;

    @Inject
    TokenKeysHealth(Callers callers) {
        this.callers = callers;
    }

    @Override
    public HealthCheckResponse call() {
        var keys = NodeRoles.from(ConfigProvider.getConfig()).api() ? callers.issuerKeys() : IssuerKeys.NOT_ASKED;
        return response(keys);
    }

    HealthCheckResponse response(IssuerKeys keys) {
        everUsable |= keys == IssuerKeys.USABLE;
        return HealthCheckResponse.named("token-keys")
                .status(keys != IssuerKeys.NONE || everUsable)
                .withData("keys", keys.name().toLowerCase(Locale.ROOT))
                .build();
    }
}
