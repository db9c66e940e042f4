package dev.parley.graphql.engine;

import dev.parley.Settings;
import dev.parley.StartException;
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

    /** @throws StartException when a number or a duration makes no sense */
    static GraphQlSettings from(Config config) {
        var settings = new GraphQlSettings(
                Settings.flag(config, "PARLEY_GRAPHQL_INTROSPECTION", true),
                Settings.number(config, "PARLEY_GRAPHQL_MAX_COST", 10_000L, 1, Long.MAX_VALUE),
                Settings.number(config, "PARLEY_GRAPHQL_BUDGET", 300_000L, 0, Long.MAX_VALUE),
                Settings.duration(config, "PARLEY_GRAPHQL_TIMEOUT", Duration.ofSeconds(15)));
        if (settings.budget > 0 && settings.budget < settings.mostCost) {
            throw new StartException("PARLEY_GRAPHQL_BUDGET is below PARLEY_GRAPHQL_MAX_COST: some operations that"
                    + " are allowed could never run");
        }
        return settings;
    }
}
