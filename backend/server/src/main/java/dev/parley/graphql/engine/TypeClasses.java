package dev.parley.graphql.engine;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which Java class shows each object type: those that are declared, and those that their getters return. */
final class TypeClasses {

    private final Map<String, Class<?>> classes;
    private final Deque<GraphQLObjectType> open = new ArrayDeque<>();

    TypeClasses(GraphQLSchema schema, Map<String, Class<?>> declared) {
        classes = new HashMap<>(declared);
        declared.keySet().forEach(name -> {
            if (schema.getType(name) instanceof GraphQLObjectType type) {
                open.add(type);
            }
        });
        while (!open.isEmpty()) {
            var type = open.pop();
            type.getFieldDefinitions().forEach(field -> follow(type, field));
        }
    }

    @Nullable
    Class<?> of(GraphQLObjectType type) {
        return classes.get(type.getName());
    }

    private void follow(GraphQLObjectType owner, GraphQLFieldDefinition field) {
        if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
                && !classes.containsKey(type.getName())) {
            PropertyResolver.of(classes.get(owner.getName()), field.getName())
                    .map(property -> shown(property.getter().getGenericReturnType()))
                    .ifPresent(shownBy -> {
                        classes.put(type.getName(), shownBy);
                        open.add(type);
                    });
        }
    }

    /** What a getter returns, or lists of it. */
    private static @Nullable Class<?> shown(Type returned) {
        return switch (returned) {
            case Class<?> one -> one;
            case ParameterizedType list -> shown(list.getActualTypeArguments()[0]);
            case WildcardType some -> shown(some.getUpperBounds()[0]);
            default -> null;
        };
    }
}
