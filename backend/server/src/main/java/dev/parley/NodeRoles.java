package dev.parley;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * What this process does, from PARLEY_ROLES: {@code api} answers GraphQL and takes webhooks in, {@code worker} processes
 * them and syncs. Both when it says nothing.
 */
public record NodeRoles(boolean api, boolean worker) {

    private static final Set<String> KNOWN = Set.of("api", "worker");

    /** @throws StartException when a role is none, or there is none */
    public static NodeRoles from(Config config) {
        var named = Arrays.stream(Settings.text(config, "PARLEY_ROLES")
                        .orElse("api,worker")
                        .split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (!KNOWN.containsAll(named)) {
            throw new StartException("PARLEY_ROLES takes api, worker, or both with a comma between");
        }
        return new NodeRoles(named.contains("api"), named.contains("worker"));
    }
}
