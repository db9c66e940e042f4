package dev.parley.graphql.engine;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What callers of GraphQL may ask.
 *
 * @param introspection whether the schema may be asked for
 * @param mostCost of one operation, in points
 * @param budget points that one user has per minute in one client on this node; 0: no budget
 */
record GraphQlSettings(boolean introspection, long mostCost, long budget, Duration timeout) {

    /** @throws IllegalStateException when a number or a duration makes no sense */
    static GraphQlSettings from(Config config) {
        var settings = new GraphQlSettings(
                config.getOptionalValue("PARLEY_GRAPHQL_INTROSPECTION", Boolean.class)
                        .orElse(true),
                config.getOptionalValue("PARLEY_GRAPHQL_MAX_COST", Long.class).orElse(10_000L),
                config.getOptionalValue("PARLEY_GRAPHQL_BUDGET", Long.class).orElse(300_000L),
                config.getOptionalValue("PARLEY_GRAPHQL_TIMEOUT", Duration.class)
                        .orElse(Duration.ofSeconds(15)));
        if (settings.mostCost < 1 || settings.budget < 0 || !settings.timeout.isPositive()) {
            throw new IllegalStateException(
                    "PARLEY_GRAPHQL_MAX_COST and PARLEY_GRAPHQL_TIMEOUT are above 0, PARLEY_GRAPHQL_BUDGET is not below");
        }
        if (settings.budget > 0 && settings.budget < settings.mostCost) {
            throw new IllegalStateException(
                    "PARLEY_GRAPHQL_BUDGET is below PARLEY_GRAPHQL_MAX_COST: some operations that"
                            + " are allowed could never run");
        }
        return settings;
    }
}
