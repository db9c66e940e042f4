package dev.parley.graphql.engine;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** For every field of a schema, the shortest operation that asks for it. */
final class FieldPaths {

    /** @param root Query, Mutation or Subscription */
    record Path(String root, String rootField, String operation) {}

    private record Step(String root, String rootField, String before, String after, GraphQLObjectType type) {}

    private final Map<String, Path> byCoordinates = new LinkedHashMap<>();

    /**
     * @param rank of root fields, by their coordinates: where several lead to a field, the lowest does
     * @param arguments of root fields that need some, for example {@code lead -> (id: "…")}
     */
    FieldPaths(GraphQLSchema schema, ToIntFunction<String> rank, Map<String, String> arguments) {
        var open = new ArrayDeque<Step>();
        Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .forEach(root -> open.add(new Step(root.getName(), "", "", "", root)));
        while (!open.isEmpty()) {
            var step = open.poll();
            step.type().getFieldDefinitions().stream()
                    .sorted(Comparator.comparingInt((GraphQLFieldDefinition field) ->
                                    step.before().isEmpty() ? rank.applyAsInt(step.root() + "." + field.getName()) : 0)
                            .thenComparing(GraphQLFieldDefinition::getName))
                    .forEach(field -> visit(step, field, arguments, open));
        }
    }

    Set<String> coordinates() {
        return byCoordinates.keySet();
    }

    Path path(String coordinates) {
        return byCoordinates.get(coordinates);
    }

    private void visit(Step step, GraphQLFieldDefinition field, Map<String, String> arguments, ArrayDeque<Step> open) {
        var coordinates = step.type().getName() + "." + field.getName();
        if (byCoordinates.containsKey(coordinates)) {
            return;
        }
        boolean isRoot = step.before().isEmpty();
        var selection = field.getName() + (isRoot ? arguments.getOrDefault(field.getName(), "") : "");
        var rootField = isRoot ? field.getName() : step.rootField();
        var before = step.before() + "{ " + selection + " ";
        var after = "} " + step.after();
        var type = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
        var leaf = type instanceof GraphQLObjectType ? "{ __typename } " : "";
        byCoordinates.put(
                coordinates,
                new Path(
                        step.root(),
                        rootField,
                        step.root().toLowerCase(java.util.Locale.ROOT) + " " + before + leaf + after));
        if (type instanceof GraphQLObjectType object) {
            open.add(new Step(step.root(), rootField, before, after, object));
        }
    }

    /** Types none of whose fields can be reached, which would be dead weight. */
    static List<String> unreachable(GraphQLSchema schema, FieldPaths paths) {
        return schema.getAllTypesAsList().stream()
                .filter(type ->
                        type instanceof GraphQLObjectType && !type.getName().startsWith("__"))
                .map(type -> (GraphQLObjectType) type)
                .flatMap(type ->
                        type.getFieldDefinitions().stream().map(field -> type.getName() + "." + field.getName()))
                .filter(coordinates -> !paths.coordinates().contains(coordinates))
                .toList();
    }
}
