package dev.parley.graphql.engine;

import dev.parley.monitoring.RequestLog;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a document.
 *
 * @param name null when it has none
 * @param cost what it costs
 * @param deprecated coordinates of the deprecated fields and arguments it names, in order
 */
public record NamedOperation(Operation kind, @Nullable String name, CostPlan cost, List<String> deprecated) {

    private static final int LOGGED_NAME_CHARACTERS = 100;

    public boolean isSubscription() {
        return kind == Operation.SUBSCRIPTION;
    }

    public boolean isMutation() {
        return kind == Operation.MUTATION;
    }

    RequestLog.Operation forLog() {
        return new RequestLog.Operation(
                kind.name().toLowerCase(Locale.ROOT),
                name == null || name.length() <= LOGGED_NAME_CHARACTERS
                        ? name
                        : name.substring(0, LOGGED_NAME_CHARACTERS),
                deprecated);
    }
}
