package dev.parley.graphql.engine;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.parley.graphql.engine.Selection.SelectedField;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.PropertyDataFetcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The selections of one document, made ready once for each combination of the conditions in it. */
final class Selections {

    private static final int KEPT = 32;

    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final Map<Situation, Selection> ready = new ConcurrentHashMap<>();

    /** @param conditions what {@code @skip} and {@code @include} may depend on */
    private record Situation(Field field, Map<String, Boolean> conditions) {}

    /** @return what is selected of the objects of a root field; null when they are none */
    @Nullable
    Selection of(ExecutionContext execution, MergedField root, GraphQLType type) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType)) {
            return null;
        }
        var situation = new Situation(root.getSingleField(), conditions(execution));
        var known = ready.get(situation);
        if (known == null) {
            known = selection(execution, root, type);
            if (ready.size() < KEPT) {
                ready.put(situation, known);
            }
        }
        return known;
    }

    /** @throws IllegalStateException when there is a field nobody could read */
    static void requireReadable(GraphQLSchema schema) {
        var roots = List.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType());
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object
                    && !Introspection.isIntrospectionTypes(object)
                    && !roots.contains(object)) {
                object.getFieldDefinitions().forEach(field -> values(schema.getCodeRegistry(), object, field));
            }
        }
    }

    private static Map<String, Boolean> conditions(ExecutionContext execution) {
        var conditions = new HashMap<String, Boolean>();
        execution.getCoercedVariables().toMap().forEach((name, value) -> {
            if (value instanceof Boolean condition) {
                conditions.put(name, condition);
            }
        });
        return conditions;
    }

    private static @Nullable Selection selection(ExecutionContext execution, MergedField field, GraphQLType type) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object)) {
            return null;
        }
        var collected = COLLECTOR.collectFields(
                FieldCollectorParameters.newParameters()
                        .schema(execution.getGraphQLSchema())
                        .objectType(object)
                        .fragments(execution.getFragmentsByName())
                        .variables(execution.getCoercedVariables().toMap())
                        .graphQLContext(execution.getGraphQLContext())
                        .build(),
                field);
        var fields = new ArrayList<SelectedField>();
        collected.getSubFields().forEach((name, inner) -> fields.add(field(execution, object, name, inner)));
        return new Selection(List.copyOf(fields));
    }

    private static SelectedField field(
            ExecutionContext execution, GraphQLObjectType parent, String name, MergedField field) {
        var schema = execution.getGraphQLSchema();
        var definition = Introspection.getFieldDefinition(schema, parent, field.getName());
        return new SelectedField(
                new SerializedString(name),
                definition.getType(),
                values(schema.getCodeRegistry(), parent, definition),
                selection(execution, field, definition.getType()),
                field.getSingleField().getSourceLocation());
    }

    private static Values values(
            GraphQLCodeRegistry code, GraphQLObjectType parent, GraphQLFieldDefinition definition) {
        if (definition.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
            return (sources, operation) ->
                    new ArrayList<>(java.util.Collections.nCopies(sources.size(), parent.getName()));
        }
        return switch (code.getDataFetcher(parent, definition)) {
            case Loaded<?, ?, ?> loaded -> loaded;
            case PropertyDataFetcher<?> property -> new Property(property.getPropertyName());
            case Object other ->
                throw new IllegalStateException(
                        parent.getName() + "." + definition.getName() + " is read by " + other.getClass());
        };
    }
}
