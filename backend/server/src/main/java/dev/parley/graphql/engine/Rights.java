package dev.parley.graphql.engine;

import dev.parley.StartException;
import dev.parley.graphql.Operation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.PropertyDataFetcher;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets only those to a root field whom its {@code @requiresRole} names. */
final class Rights {

    private Rights() {}

    /** @throws StartException when a root field does not say who may use it, or nothing answers it */
    static GraphQLSchema guard(GraphQLSchema schema) {
        var registry = schema.getCodeRegistry();
        return schema.transform(builder -> builder.codeRegistry(registry.transform(code -> {
            guard(code, schema.getQueryType(), Rights::reading);
            guard(code, schema.getMutationType(), Rights::writing);
            guard(code, schema.getSubscriptionType(), Rights::following);
        })));
    }

    /** Puts a check before what answers a field. */
    private interface Guard {
        DataFetcher<?> of(DataFetcher<?> inner, RequiredRole required);
    }

    private static void guard(GraphQLCodeRegistry.Builder code, @Nullable GraphQLObjectType root, Guard guard) {
        if (root == null) {
            return;
        }
        for (GraphQLFieldDefinition field : root.getFieldDefinitions()) {
            var name = root.getName() + "." + field.getName();
            var required = RequiredRole.of(field);
            if (required == null) {
                throw new StartException(name + " has no @requiresRole: who may use it?");
            }
            var coordinates = FieldCoordinates.coordinates(root, field);
            DataFetcher<?> inner = code.getDataFetcher(coordinates, field);
            if (inner instanceof PropertyDataFetcher<?>) {
                throw new StartException(name + " is answered by no API method and no StreamField");
            }
            code.dataFetcher(coordinates, guard.of(inner, required));
        }
    }

    private static DataFetcher<?> reading(DataFetcher<?> inner, RequiredRole required) {
        return environment -> inner.get(admitted(environment, required));
    }

    private static DataFetcher<?> writing(DataFetcher<?> inner, RequiredRole required) {
        return environment -> {
            var forHelidon = admitted(environment, required);
            return Operation.of(environment).write(transaction -> fetch(inner, forHelidon));
        };
    }

    private static DataFetcher<?> following(DataFetcher<?> inner, RequiredRole required) {
        return environment -> {
            required.check(Operation.of(environment));
            return inner.get(environment);
        };
    }

    private static DataFetchingEnvironment admitted(DataFetchingEnvironment environment, RequiredRole required) {
        var operation = Operation.of(environment);
        required.check(operation);
        if (required.withoutClient() && operation.caller().membership() != null) {
            operation.transaction(); // says whether they still are in it
        }
        operation.given(environment.getArguments());
        return withoutNulls(environment);
    }

    /** Helidon's argument binding stumbles over a null in an input object. */
    private static DataFetchingEnvironment withoutNulls(DataFetchingEnvironment environment) {
        var arguments = new LinkedHashMap<String, Object>();
        environment.getArguments().forEach((name, value) -> arguments.put(name, withoutNulls(value)));
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(arguments)
                .build();
    }

    private static @Nullable Object withoutNulls(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            return value;
        }
        var kept = new LinkedHashMap<Object, Object>();
        object.forEach((name, inner) -> {
            if (inner != null) {
                kept.put(name, withoutNulls(inner));
            }
        });
        return kept;
    }

    private static Object fetch(DataFetcher<?> inner, DataFetchingEnvironment environment) {
        try {
            return inner.get(environment);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e); // API methods declare no checked exceptions
        }
    }
}
