package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property of the objects that show things.
 *
 * @param getter of their class: a getter, or a record's accessor
 */
record PropertyResolver(Method getter) implements FieldResolver {

    /** The property of a class; empty when it has none of this name. */
    static Optional<PropertyResolver> of(Class<?> type, String name) {
        var capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.of("get" + capital, "is" + capital, name)
                .flatMap(wanted -> Stream.of(type.getMethods())
                        .filter(one -> one.getName().equals(wanted)
                                && one.getParameterCount() == 0
                                && one.getReturnType() != void.class)
                        .sorted(Comparator.comparing(Method::isBridge)))
                .findFirst()
                .map(getter -> {
                    getter.setAccessible(true); // public, but perhaps of a class that is not
                    return new PropertyResolver(getter);
                });
    }

    @Override
    public List<@Nullable Object> resolve(
            List<Object> sources, Map<String, @Nullable Object> arguments, Operation operation) {
        var values = new ArrayList<@Nullable Object>(sources.size());
        for (var source : sources) {
            values.add(of(source));
        }
        return values;
    }

    private @Nullable Object of(Object source) {
        try {
            return getter.invoke(source);
        } catch (InvocationTargetException e) {
            return new FieldError(e.getCause());
        } catch (IllegalAccessException | RuntimeException e) {
            return new FieldError(e);
        }
    }
}
