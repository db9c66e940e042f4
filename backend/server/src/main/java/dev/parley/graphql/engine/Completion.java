package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import graphql.GraphQLContext;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Completes what a root field gave, breadth first: each field of a selection for all objects at once, so that whatever is
 * nested in a list is read with one statement, however long the list is.
 */
final class Completion {

    private static final Map<Enum<?>, Object> NAMES = new ConcurrentHashMap<>();

    private final Operation operation;
    private final GraphQLContext context;
    private boolean failed;

    Completion(Operation operation, GraphQLContext context) {
        this.operation = operation;
        this.context = context;
    }

    /** Whether there are any {@link Failed} in what was completed. */
    boolean failed() {
        return failed;
    }

    /** @param raw values, nulls and failures; so is the result */
    List<@Nullable Object> complete(GraphQLType type, @Nullable Selection selection, List<@Nullable Object> raw) {
        return switch (type) {
            case GraphQLNonNull nonNull -> required(complete(nonNull.getWrappedType(), selection, raw));
            case GraphQLList list -> lists(list.getWrappedType(), selection, raw);
            case GraphQLScalarType scalar ->
                each(raw, value -> scalar.getCoercing().serialize(value, context, Locale.ROOT));
            case GraphQLEnumType choice -> each(raw, value -> name(choice, value));
            default -> objects(selection, raw);
        };
    }

    private List<@Nullable Object> required(List<@Nullable Object> values) {
        if (values.contains(null)) {
            values.replaceAll(value -> value == null ? Failed.NOTHING_THERE : value);
            failed = true;
        }
        return values;
    }

    private List<@Nullable Object> lists(GraphQLType item, @Nullable Selection selection, List<@Nullable Object> raw) {
        var items = new ArrayList<@Nullable Object>();
        for (var value : raw) {
            if (value instanceof Collection<?> list) {
                items.addAll(list);
            }
        }
        var completed = complete(item, selection, items);
        int next = 0;
        var lists = new ArrayList<@Nullable Object>(raw.size());
        for (var value : raw) {
            if (value instanceof Collection<?> list) {
                int end = next + list.size();
                lists.add(completed.subList(next, end));
                next = end;
            } else {
                lists.add(kept(value == null || value instanceof Failed ? value : notAList(value)));
            }
        }
        return lists;
    }

    private static Failed notAList(Object value) {
        return new Failed(new IllegalStateException(value.getClass() + " where the schema has a list"));
    }

    private List<@Nullable Object> objects(Selection selection, List<@Nullable Object> raw) {
        var sources = new ArrayList<>(raw.size());
        var answers = new ArrayList<@Nullable Object>(raw.size());
        var made = new ArrayList<Answer>(raw.size());
        for (var value : raw) {
            if (value == null || value instanceof Failed) {
                answers.add(kept(value));
            } else {
                var answer = new Answer(selection);
                sources.add(value);
                made.add(answer);
                answers.add(answer);
            }
        }
        if (!sources.isEmpty()) {
            fill(made, selection, sources);
        }
        return answers;
    }

    private void fill(List<Answer> answers, Selection selection, List<Object> sources) {
        var fields = selection.fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var values = complete(field.type(), field.inner(), field.values().of(sources, operation));
            for (int j = 0; j < answers.size(); j++) {
                answers.get(j).set(i, values.get(j));
            }
        }
    }

    private interface Step {
        Object of(Object value);
    }

    private List<@Nullable Object> each(List<@Nullable Object> raw, Step step) {
        var values = new ArrayList<@Nullable Object>(raw.size());
        for (var value : raw) {
            values.add(value == null || value instanceof Failed ? kept(value) : step(step, value));
        }
        return values;
    }

    private Object step(Step step, Object value) {
        try {
            return step.of(value);
        } catch (CoercingSerializeException e) {
            failed = true;
            return new Failed(e);
        }
    }

    /** The engine looks through all of a type's names for each value. */
    private Object name(GraphQLEnumType choice, Object value) {
        return value instanceof Enum<?> constant
                ? NAMES.computeIfAbsent(constant, unknown -> choice.serialize(value, context, Locale.ROOT))
                : choice.serialize(value, context, Locale.ROOT);
    }

    private @Nullable Object kept(@Nullable Object value) {
        failed |= value != null;
        return value;
    }
}
