package dev.parley.graphql.engine;

import dev.parley.StartException;
import dev.parley.graphql.BatchedField;
import graphql.introspection.Introspection;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.PropertyDataFetcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settles, before the server starts, how each field below the root is read, and which type each object has. */
final class FieldResolvers {

    private final GraphQLSchema schema;
    private final TypeClasses classes;
    private final Map<FieldCoordinates, BatchResolver<?, ?, ?>> batched = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private FieldResolvers(GraphQLSchema schema, Map<String, Class<?>> types) {
        this.schema = schema;
        this.classes = new TypeClasses(schema, types);
    }

    /**
     * @param types the classes that show objects, by the names of their types, as far as they are known
     * @throws StartException when there is a field that could not be read, or an object whose type nobody could tell
     */
    static GraphQLSchema bind(GraphQLSchema schema, List<BatchedField<?, ?, ?>> batched, Map<String, Class<?>> types) {
        var resolvers = new FieldResolvers(schema, types);
        batched.forEach(resolvers::batched);
        var bound = schema.transform(
                builder -> builder.codeRegistry(schema.getCodeRegistry().transform(resolvers::bind)));
        if (!resolvers.problems.isEmpty()) {
            throw new StartException("The schema has what cannot be read: " + String.join("; ", resolvers.problems));
        }
        return bound;
    }

    private void batched(BatchedField<?, ?, ?> field) {
        var resolver = new BatchResolver<>(field);
        var places =
                switch (schema.getType(field.type())) {
                    case GraphQLObjectType object -> List.of(object);
                    case GraphQLInterfaceType some -> schema.getImplementations(some);
                    case null, default -> List.<GraphQLObjectType>of();
                };
        var name = field.type() + "." + field.field();
        if (places.stream().noneMatch(place -> place.getFieldDefinition(field.field()) != null)) {
            problems.add(name + " is batched, but not in the schema");
        }
        for (var place : places) {
            var before = batched.put(FieldCoordinates.coordinates(place, field.field()), resolver);
            if (before != null) {
                problems.add(place.getName() + "." + field.field() + " is batched twice");
            }
        }
    }

    private void bind(GraphQLCodeRegistry.Builder code) {
        var roots = Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .filter(Objects::nonNull)
                .toList();
        for (var type : schema.getAllTypesAsList()) {
            if (Introspection.isIntrospectionTypes(type)) {
                continue;
            }
            switch (type) {
                case GraphQLObjectType object
                when !roots.contains(object) ->
                    object.getFieldDefinitions().forEach(field -> bind(code, object, field));
                case GraphQLInterfaceType some ->
                    code.typeResolver(some, types(some.getName(), schema.getImplementations(some)));
                case GraphQLUnionType some ->
                    code.typeResolver(
                            some,
                            types(
                                    some.getName(),
                                    some.getTypes().stream()
                                            .map(GraphQLObjectType.class::cast)
                                            .toList()));
                default -> {}
            }
        }
    }

    private void bind(GraphQLCodeRegistry.Builder code, GraphQLObjectType type, GraphQLFieldDefinition field) {
        var coordinates = FieldCoordinates.coordinates(type, field);
        var resolver = batched.containsKey(coordinates)
                ? batched(type, field, batched.get(coordinates))
                : property(type, field, code.getDataFetcher(coordinates, field));
        if (resolver != null) {
            code.dataFetcher(coordinates, resolver);
        }
    }

    private @Nullable FieldResolver batched(
            GraphQLObjectType type, GraphQLFieldDefinition field, BatchResolver<?, ?, ?> resolver) {
        return field.getArguments().isEmpty() || resolver.takesArguments()
                ? resolver
                : problem(type, field, "has arguments that its BatchedField does not take");
    }

    private @Nullable FieldResolver property(GraphQLObjectType type, GraphQLFieldDefinition field, Object fetcher) {
        if (!(fetcher instanceof PropertyDataFetcher<?> property)) {
            return problem(type, field, "is read by " + fetcher.getClass());
        }
        if (!field.getArguments().isEmpty()) {
            return problem(type, field, "has arguments, which take a BatchedField");
        }
        var shownBy = classes.of(type);
        if (shownBy == null) {
            return problem(type, field, "is of a type that no class is known of: SchemaPart.types() names it");
        }
        return PropertyResolver.of(shownBy, property.getPropertyName())
                .<FieldResolver>map(getter -> getter)
                .orElseGet(() -> problem(type, field, "has neither a BatchedField nor a getter in " + shownBy));
    }

    private ObjectTypes types(String abstractType, List<GraphQLObjectType> possible) {
        var names = new HashMap<Class<?>, String>();
        for (var type : possible) {
            var shownBy = classes.of(type);
            if (shownBy == null) {
                problems.add(abstractType + " may be a " + type.getName()
                        + ", of which no class is known: SchemaPart.types() names it");
            } else if (names.put(shownBy, type.getName()) != null) {
                problems.add(abstractType + " has two types that " + shownBy + " shows");
            }
        }
        return new ObjectTypes(names);
    }

    private @Nullable FieldResolver problem(GraphQLObjectType type, GraphQLFieldDefinition field, String what) {
        problems.add(type.getName() + "." + field.getName() + " " + what);
        return null;
    }
}
