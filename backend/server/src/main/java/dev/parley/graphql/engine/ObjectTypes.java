package dev.parley.graphql.engine;

import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The types that the objects of an interface or union may have: an object's class says which it is. */
final class ObjectTypes implements TypeResolver {

    private final Map<Class<?>, String> names;
    private final Map<Class<?>, Optional<String>> seen = new ConcurrentHashMap<>();

    /** @param names of the object types, by the classes that show them */
    ObjectTypes(Map<Class<?>, String> names) {
        this.names = Map.copyOf(names);
    }

    /** @return null: it is of none of the types */
    @Nullable
    String nameOf(Object object) {
        return seen.computeIfAbsent(object.getClass(), this::find).orElse(null);
    }

    private Optional<String> find(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            var name = names.get(one);
            if (name != null) {
                return Optional.of(name);
            }
        }
        return names.keySet().stream()
                .filter(shown -> shown.isAssignableFrom(type))
                .findFirst()
                .map(names::get);
    }

    @Override
    public @Nullable GraphQLObjectType getType(TypeResolutionEnvironment environment) {
        var name = nameOf(environment.getObject());
        return name == null ? null : environment.getSchema().getObjectType(name);
    }
}
