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
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one document selects, made ready once for each combination of the conditions in it. */
final class ExecutionPlan {

    private static final int KEPT = 32;

    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final Map<Situation, Selection> ready = new ConcurrentHashMap<>();

    /** @param conditions what {@code @skip} and {@code @include} may depend on */
    private record Situation(Field field, Map<String, Boolean> conditions) {}

    /** @return what is selected of the objects of a root field; null when they are none */
    @Nullable
    Selection of(ExecutionContext execution, MergedField root, GraphQLType type) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType objects)) {
            return null;
        }
        var situation = new Situation(root.getSingleField(), conditions(execution));
        var known = ready.get(situation);
        if (known == null) {
            known = new Planner(execution).selection(root, objects);
            if (ready.size() < KEPT) {
                ready.put(situation, known);
            }
        }
        return known;
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

    /** Works out a selection, each part of it once, however many types of objects lead to it. */
    private static final class Planner {

        private final ExecutionContext execution;
        private final GraphQLSchema schema;
        private final GraphQLCodeRegistry code;
        private final Map<Part, Selection.OfObject> done = new HashMap<>();

        /** @param fields that select the same in one place */
        private record Part(List<Field> fields, String type) {}

        Planner(ExecutionContext execution) {
            this.execution = execution;
            this.schema = execution.getGraphQLSchema();
            this.code = schema.getCodeRegistry();
        }

        Selection selection(MergedField field, GraphQLCompositeType type) {
            return switch (type) {
                case GraphQLInterfaceType some ->
                    ofAbstractType(field, (ObjectTypes) code.getTypeResolver(some), schema.getImplementations(some));
                case GraphQLUnionType some ->
                    ofAbstractType(
                            field,
                            (ObjectTypes) code.getTypeResolver(some),
                            some.getTypes().stream()
                                    .map(GraphQLObjectType.class::cast)
                                    .toList());
                case GraphQLObjectType one -> ofObject(field, one);
                default -> throw new IllegalStateException("No objects: " + type);
            };
        }

        private Selection ofAbstractType(MergedField field, ObjectTypes types, List<GraphQLObjectType> possible) {
            var byType = new HashMap<String, Selection.OfObject>();
            possible.forEach(type -> byType.put(type.getName(), ofObject(field, type)));
            return new Selection.OfAbstractType(types, byType);
        }

        private Selection.OfObject ofObject(MergedField field, GraphQLObjectType type) {
            var part = new Part(field.getFields(), type.getName());
            var known = done.get(part);
            if (known == null) {
                known = collected(field, type);
                done.put(part, known);
            }
            return known;
        }

        private Selection.OfObject collected(MergedField field, GraphQLObjectType type) {
            var collected = COLLECTOR.collectFields(
                    FieldCollectorParameters.newParameters()
                            .schema(schema)
                            .objectType(type)
                            .fragments(execution.getFragmentsByName())
                            .variables(execution.getCoercedVariables().toMap())
                            .graphQLContext(execution.getGraphQLContext())
                            .build(),
                    field);
            var fields = new ArrayList<SelectedField>();
            collected.getSubFields().forEach((name, inner) -> fields.add(field(type, name, inner)));
            var batched = new HashSet<FieldResolver>();
            boolean repeats = fields.stream()
                    .map(SelectedField::resolver)
                    .anyMatch(resolver -> resolver instanceof BatchResolver<?, ?, ?> && !batched.add(resolver));
            return new Selection.OfObject(List.copyOf(fields), repeats);
        }

        private SelectedField field(GraphQLObjectType parent, String name, MergedField field) {
            var definition = Introspection.getFieldDefinition(schema, parent, field.getName());
            return new SelectedField(
                    new SerializedString(name),
                    definition.getType(),
                    resolver(parent, definition),
                    FieldArguments.of(code, definition, field.getArguments()),
                    RequiredRole.of(definition),
                    GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType objects
                            ? selection(field, objects)
                            : null,
                    field.getSingleField().getSourceLocation());
        }

        private FieldResolver resolver(GraphQLObjectType parent, GraphQLFieldDefinition definition) {
            return definition.getName().equals(Introspection.TypeNameMetaFieldDef.getName())
                    ? (sources, arguments, operation) -> Collections.nCopies(sources.size(), parent.getName())
                    : (FieldResolver) code.getDataFetcher(parent, definition);
        }
    }
}
