package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Operation;
import dev.parley.security.RequiresRole;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may use which root field, read from {@link RequiresRole} on the API methods. Subscriptions are for any member. */
final class Rights {

    private final Map<String, RequiresRole> byField;

    private Rights(Map<String, RequiresRole> byField) {
        this.byField = byField;
    }

    static Rights of(Set<Class<?>> apis) {
        var byField = new HashMap<String, RequiresRole>();
        for (var api : apis) {
            for (var method : api.getDeclaredMethods()) {
                var allowed = method.getAnnotation(RequiresRole.class);
                if (allowed != null) {
                    Declarations.rootField(method).ifPresent(name -> byField.put(name, allowed));
                }
            }
        }
        return new Rights(byField);
    }

    /** @throws IllegalStateException when a root field has no decision */
    GraphQLSchema guard(GraphQLSchema schema) {
        var registry = schema.getCodeRegistry();
        return schema.transform(builder -> builder.codeRegistry(registry.transform(code -> {
            guard(code, schema.getQueryType(), false);
            guard(code, schema.getMutationType(), true);
        })));
    }

    private void guard(GraphQLCodeRegistry.Builder code, @Nullable GraphQLObjectType root, boolean writes) {
        if (root == null) {
            return;
        }
        for (GraphQLFieldDefinition field : root.getFieldDefinitions()) {
            var name = root.getName() + "." + field.getName();
            var allowed = byField.get(name);
            if (allowed == null) {
                throw new IllegalStateException(name + " has no @RequiresRole: who may use it?");
            }
            var coordinates = FieldCoordinates.coordinates(root, field);
            DataFetcher<?> inner = code.getDataFetcher(coordinates, field);
            code.dataFetcher(coordinates, (DataFetcher<?>) environment -> {
                var operation = Operation.of(environment);
                check(operation, allowed);
                operation.given(environment.getArguments());
                var forHelidon = withoutNulls(environment);
                return writes ? operation.write(transaction -> fetch(inner, forHelidon)) : inner.get(forHelidon);
            });
        }
    }

    private static void check(Operation operation, RequiresRole allowed) {
        if (allowed.withoutClient()) {
            if (operation.caller().membership() != null) {
                operation.transaction(); // says whether they still are in it
            }
            return;
        }
        var role = operation.caller().inClient().role();
        if (!role.includes(allowed.value())) {
            throw new ParleyException(
                    ErrorCode.FORBIDDEN,
                    "Your role does not allow this; it takes " + allowed.value().stored());
        }
        if (allowed.onlyPeople() && operation.caller().identity().isProgram()) {
            throw new ParleyException(ErrorCode.FORBIDDEN, "This is for people; an API token cannot do it");
        }
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
