package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A property of the objects that show things: a getter, or a record's component. */
final class Property implements Values {

    private final String name;
    private volatile @Nullable Getter last;

    private record Getter(Class<?> type, Method method) {}

    Property(String name) {
        this.name = name;
    }

    @Override
    public List<@Nullable Object> of(List<Object> sources, Operation operation) {
        var values = new ArrayList<@Nullable Object>(sources.size());
        for (var source : sources) {
            values.add(of(source));
        }
        return values;
    }

    private @Nullable Object of(Object source) {
        try {
            return getter(source.getClass()).invoke(source);
        } catch (InvocationTargetException e) {
            return new Failed(e.getCause());
        } catch (IllegalAccessException | RuntimeException e) {
            return new Failed(e);
        }
    }

    private Method getter(Class<?> type) {
        var known = last;
        if (known == null || known.type() != type) {
            known = new Getter(type, find(type));
            last = known;
        }
        return known.method();
    }

    private Method find(Class<?> type) {
        var capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var method = Stream.of("get" + capital, "is" + capital, name)
                .flatMap(wanted -> Stream.of(type.getMethods())
                        .filter(one -> one.getName().equals(wanted) && one.getParameterCount() == 0))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no " + name));
        method.setAccessible(true); // public, but perhaps of a class that is not
        return method;
    }
}
