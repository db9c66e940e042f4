package dev.parley.graphql.engine;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;

/**
 * What the annotated classes say beyond what Helidon's generator reads of them: nullness (JSpecify's), and the descriptions
 * of enums, their values and input fields.
 */
final class Declarations {

    private static final String OURS = "dev.parley.";

    private final Map<String, Method> fields = new HashMap<>();
    private final Map<String, AnnotatedElement> described = new HashMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private final Deque<Class<?>> toRead = new ArrayDeque<>();

    Declarations(Set<Class<?>> apis) {
        for (var api : apis) {
            for (var method : api.getDeclaredMethods()) {
                rootField(method).ifPresent(name -> {
                    fields.put(name, method);
                    follow(method.getGenericReturnType());
                    Arrays.stream(method.getGenericParameterTypes()).forEach(this::follow);
                });
            }
        }
        while (!toRead.isEmpty()) {
            read(toRead.pop());
        }
    }

    /** The name of the root field that an API method answers, for example {@code Query.leads}. */
    static Optional<String> rootField(Method method) {
        var query = method.getAnnotation(Query.class);
        if (query != null) {
            return Optional.of("Query." + (query.value().isEmpty() ? method.getName() : query.value()));
        }
        var mutation = method.getAnnotation(Mutation.class);
        return mutation == null
                ? Optional.empty()
                : Optional.of("Mutation." + (mutation.value().isEmpty() ? method.getName() : mutation.value()));
    }

    /** The method that answers a field such as {@code Lead.email}; empty when it was written in SDL. */
    Optional<Method> method(String coordinates) {
        return Optional.ofNullable(fields.get(coordinates));
    }

    /** The classes that stand for types, by the types' names. */
    Map<String, Class<?>> types() {
        return types;
    }

    /** The description of a type ({@code LeadStatus}), an enum value ({@code LeadStatus.NEW}) or an input field. */
    Optional<String> description(String coordinates) {
        return Optional.ofNullable(described.get(coordinates))
                .map(element -> element.getAnnotation(Description.class))
                .map(Description::value);
    }

    private void follow(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::follow);
        } else if (type instanceof Class<?> one && one.getName().startsWith(OURS) && seen.add(one)) {
            toRead.push(one);
        }
    }

    private void read(Class<?> type) {
        var name = name(type);
        described.put(name, type);
        types.put(name, type);
        if (type.isEnum()) {
            for (var constant : type.getFields()) {
                described.put(name + "." + constant.getName(), constant);
            }
            return;
        }
        for (var method : type.getMethods()) {
            if (method.getName().startsWith("get")
                    && method.getParameterCount() == 0
                    && method.getDeclaringClass() != Object.class) {
                var property = method.getName().substring(3, 4).toLowerCase(Locale.ROOT)
                        + method.getName().substring(4);
                fields.put(name + "." + property, method);
                described.put(name + "." + property, method);
                follow(method.getGenericReturnType());
            }
        }
    }

    private static String name(Class<?> type) {
        var output = type.getAnnotation(org.eclipse.microprofile.graphql.Type.class);
        var input = type.getAnnotation(Input.class);
        var named = type.getAnnotation(Name.class);
        if (named != null) {
            return named.value();
        }
        if (output != null && !output.value().isEmpty()) {
            return output.value();
        }
        return input != null && !input.value().isEmpty() ? input.value() : type.getSimpleName();
    }
}
