package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import dev.parley.graphql.engine.Selection.SelectedField;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Completes what a root field gave, breadth first: each field of a selection for all objects at once, so that whatever is
 * nested in a list is read with one statement, however long the list is.
 */
final class BreadthFirstExecutor {

    private static final Map<Enum<?>, Object> NAMES = new ConcurrentHashMap<>();

    private final Operation operation;
    private final GraphQLContext context;
    private final CoercedVariables variables;
    private boolean failed;

    /** Objects of one type, and the answers they become. */
    private record Group(Selection.OfObject selection, List<Object> sources, List<Answer> answers) {

        Group(Selection.OfObject selection, int size) {
            this(selection, new ArrayList<>(size), new ArrayList<>(size));
        }

        Answer add(Object source) {
            var answer = new Answer(selection);
            sources.add(source);
            answers.add(answer);
            return answer;
        }
    }

    BreadthFirstExecutor(ExecutionContext execution) {
        context = execution.getGraphQLContext();
        operation = context.get(Operation.class);
        variables = execution.getCoercedVariables();
    }

    /** Whether there are any {@link FieldError}s in what was completed. */
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
            values.replaceAll(value -> value == null ? FieldError.NOTHING_THERE : value);
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
                lists.add(kept(value == null || value instanceof FieldError ? value : notAList(value)));
            }
        }
        return lists;
    }

    private static FieldError notAList(Object value) {
        return new FieldError(new IllegalStateException(value.getClass() + " where the schema has a list"));
    }

    private List<@Nullable Object> objects(Selection selection, List<@Nullable Object> raw) {
        return switch (selection) {
            case Selection.OfObject one -> objectsOfOneType(one, raw);
            case Selection.OfAbstractType some -> objectsOfSeveralTypes(some, raw);
        };
    }

    private List<@Nullable Object> objectsOfOneType(Selection.OfObject selection, List<@Nullable Object> raw) {
        var answers = new ArrayList<@Nullable Object>(raw.size());
        var group = new Group(selection, raw.size());
        for (var value : raw) {
            answers.add(value == null || value instanceof FieldError ? kept(value) : group.add(value));
        }
        if (!group.sources().isEmpty()) {
            if (selection.repeats()) {
                fillTogether(List.of(group));
            } else {
                fill(group);
            }
        }
        return answers;
    }

    private List<@Nullable Object> objectsOfSeveralTypes(
            Selection.OfAbstractType selection, List<@Nullable Object> raw) {
        var answers = new ArrayList<@Nullable Object>(raw.size());
        var groups = new LinkedHashMap<String, Group>();
        for (var value : raw) {
            var type = value == null || value instanceof FieldError
                    ? null
                    : selection.types().nameOf(value);
            if (type != null) {
                answers.add(groups.computeIfAbsent(
                                type, name -> new Group(selection.byType().get(name), raw.size()))
                        .add(value));
            } else {
                answers.add(kept(value == null || value instanceof FieldError ? value : ofNoType(value)));
            }
        }
        fillTogether(groups.values());
        return answers;
    }

    private static FieldError ofNoType(Object value) {
        return new FieldError(
                new IllegalStateException(value.getClass() + " shows none of the types that can be here"));
    }

    private void fill(Group group) {
        var fields = group.selection().fields();
        for (int i = 0; i < fields.size(); i++) {
            fill(group, i, values(request(fields.get(i)), group.sources()));
        }
    }

    private void fill(Group group, int place, List<@Nullable Object> raw) {
        var field = group.selection().fields().get(place);
        var values = complete(field.type(), field.inner(), raw);
        for (int i = 0; i < values.size(); i++) {
            group.answers().get(i).set(place, values.get(i));
        }
    }

    /** A field of the objects of one type. */
    private record Place(Group group, int field) {}

    /** Where the same field is selected in several places with the same arguments, it is loaded once for all of them. */
    private void fillTogether(Collection<Group> groups) {
        var batches = new LinkedHashMap<Request, List<Place>>();
        for (var group : groups) {
            var fields = group.selection().fields();
            for (int i = 0; i < fields.size(); i++) {
                var request = request(fields.get(i));
                if (request.resolver() instanceof BatchResolver<?, ?, ?>) {
                    batches.computeIfAbsent(request, first -> new ArrayList<>()).add(new Place(group, i));
                } else {
                    fill(group, i, values(request, group.sources()));
                }
            }
        }
        batches.forEach(this::fill);
    }

    private void fill(Request request, List<Place> places) {
        var sources = new ArrayList<>();
        places.forEach(place -> sources.addAll(place.group().sources()));
        var values = values(request, sources);
        int next = 0;
        for (var place : places) {
            int end = next + place.group().sources().size();
            fill(place.group(), place.field(), values.subList(next, end));
            next = end;
        }
    }

    /**
     * What a field is asked for.
     *
     * @param refusal why it is not even asked; null: it is
     */
    private record Request(
            FieldResolver resolver, Map<String, @Nullable Object> arguments, @Nullable RuntimeException refusal) {}

    private Request request(SelectedField field) {
        try {
            if (field.role() != null) {
                field.role().check(operation);
            }
            var arguments = field.arguments();
            return new Request(
                    field.resolver(), arguments == null ? Map.of() : arguments.coerced(variables, context), null);
        } catch (RuntimeException e) { // not allowed, or an argument that cannot be used
            return new Request(field.resolver(), Map.of(), e);
        }
    }

    private List<@Nullable Object> values(Request request, List<Object> sources) {
        return request.refusal() == null
                ? request.resolver().resolve(sources, request.arguments(), operation)
                : Collections.nCopies(sources.size(), new FieldError(request.refusal()));
    }

    private interface Step {
        Object of(Object value);
    }

    private List<@Nullable Object> each(List<@Nullable Object> raw, Step step) {
        var values = new ArrayList<@Nullable Object>(raw.size());
        for (var value : raw) {
            values.add(value == null || value instanceof FieldError ? kept(value) : step(step, value));
        }
        return values;
    }

    private Object step(Step step, Object value) {
        try {
            return step.of(value);
        } catch (CoercingSerializeException e) {
            failed = true;
            return new FieldError(e);
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
