package dev.parley.monitoring;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Figures of the node are for whoever has PARLEY_METRICS_TOKEN; without one set, for nobody. Stands before Helidon's own. */
@ApplicationScoped
class MetricsDoor {

    private static final int BEFORE_HELIDONS_OWN = 500;

    private final Optional<String> token = ConfigProvider.getConfig()
            .getOptionalValue("PARLEY_METRICS_TOKEN", String.class)
            .filter(text -> !text.isBlank());

    void register(
            @Observes @Priority(BEFORE_HELIDONS_OWN) @Initialized(ApplicationScoped.class) Object started,
            BeanManager beans) {
        beans.getExtension(ServerCdiExtension.class)
                .serverRoutingBuilder()
                .any("/metrics", this::pass)
                .any("/metrics/*", this::pass);
    }

    private void pass(ServerRequest request, ServerResponse response) {
        if (token.isEmpty()) {
            response.status(Status.NOT_FOUND_404).send();
        } else if (same(
                "Bearer " + token.get(),
                String.join(", ", request.headers().all(HeaderNames.AUTHORIZATION, List::of)))) {
            response.next();
        } else {
            response.status(Status.UNAUTHORIZED_401)
                    .header(HeaderNames.WWW_AUTHENTICATE, "Bearer")
                    .send();
        }
    }

    /** In a time that tells nothing. */
    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
