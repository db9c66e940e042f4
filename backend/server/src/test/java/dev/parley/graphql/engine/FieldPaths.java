package dev.parley.graphql.engine;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tree with every field of a schema in it once, at the end of the shortest way to it: operations are cut out of it. */
final class FieldPaths {

    /** @param root the coordinates of the root field that leads to it */
    private record Node(String coordinates, String root, String field, boolean hasFields, List<Node> children) {

        /** With all that is asked for below it. */
        String selection(Map<String, String> arguments, Predicate<String> asked) {
            var inside = children.stream()
                    .filter(child -> asked.test(child.coordinates()))
                    .map(child -> child.selection(Map.of(), asked))
                    .collect(Collectors.joining(" "));
            var braces = hasFields ? " { " + (inside.isEmpty() ? "__typename" : inside) + " }" : "";
            return field + arguments.getOrDefault(field, "") + braces;
        }
    }

    private record Step(GraphQLObjectType type, Node node) {}

    static final int LEFT_OUT = Integer.MAX_VALUE;

    private final Map<String, Node> byCoordinates = new LinkedHashMap<>();
    private final Map<String, String> arguments;
    private final GraphQLSchema schema;

    /**
     * @param rank of root fields, by their coordinates: where several lead to a field, the lowest does; those of {@link
     *     #LEFT_OUT} are not asked for
     * @param arguments of root fields that need some, for example {@code lead -> (id: "…")}
     */
    FieldPaths(GraphQLSchema schema, ToIntFunction<String> rank, Map<String, String> arguments) {
        this.schema = schema;
        this.arguments = arguments;
        var open = new ArrayDeque<Step>();
        Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .flatMap(root -> root.getFieldDefinitions().stream()
                        .filter(field -> rank.applyAsInt(root.getName() + "." + field.getName()) != LEFT_OUT)
                        .map(field -> Map.entry(root, field))
                        .sorted(Comparator.comparingInt(entry -> rank.applyAsInt(entry.getKey()
                                        .getName() + "." + entry.getValue().getName()))))
                .forEach(entry -> visit(entry.getKey(), entry.getValue(), null, open));
        while (!open.isEmpty()) {
            var step = open.poll();
            step.type().getFieldDefinitions().stream()
                    .sorted(Comparator.comparing(GraphQLFieldDefinition::getName))
                    .forEach(field -> visit(step.type(), field, step.node(), open));
        }
    }

    /** The root field that leads to a field, for example {@code Query.leads}. */
    String root(String coordinates) {
        return byCoordinates.get(coordinates).root();
    }

    /** Of all fields, for example {@code Lead.email}. */
    Set<String> coordinates() {
        return byCoordinates.keySet();
    }

    /**
     * The operation that asks for a root field.
     *
     * @param root for example {@code Query.leads}
     * @param asked which of the fields below it are asked for, too
     */
    String operation(String root, Predicate<String> asked) {
        var type = root.substring(0, root.indexOf('.')).toLowerCase(Locale.ROOT);
        return type + " { " + byCoordinates.get(root).selection(arguments, asked) + " }";
    }

    private void visit(GraphQLObjectType owner, GraphQLFieldDefinition field, Node parent, ArrayDeque<Step> open) {
        var coordinates = owner.getName() + "." + field.getName();
        if (byCoordinates.containsKey(coordinates)) {
            return;
        }
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        var node = new Node(
                coordinates,
                parent == null ? coordinates : parent.root(),
                field.getName(),
                type instanceof GraphQLCompositeType,
                new ArrayList<>());
        byCoordinates.put(coordinates, node);
        if (parent != null) {
            parent.children().add(node);
        }
        if (type instanceof GraphQLObjectType object) {
            open.add(new Step(object, node));
        } else {
            possible(type).forEach(object -> {
                var fragment =
                        new Node(object.getName(), node.root(), "... on " + object.getName(), true, new ArrayList<>());
                node.children().add(fragment);
                open.add(new Step(object, fragment));
            });
        }
    }

    /** Of an interface or a union. */
    private List<GraphQLObjectType> possible(GraphQLType type) {
        return switch (type) {
            case GraphQLInterfaceType some -> schema.getImplementations(some);
            case GraphQLUnionType some ->
                some.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
            default -> List.of();
        };
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
