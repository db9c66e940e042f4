package dev.parley.graphql.engine;

import dev.parley.persistence.Slice;
import graphql.introspection.Introspection;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an operation of a valid document costs: worked out once as far as the document goes, then for each request with its
 * variables. A field costs its weight and what is selected inside it, so many times as its list is long; what
 * {@code @skip} and {@code @include} leave out costs nothing.
 */
final class CostPlan {

    private static final long ENDLESS = 1L << 50;

    private interface Amount extends ToLongFunction<Map<String, Object>> {}

    private interface Condition extends Predicate<Map<String, Object>> {}

    /** @param page how long the lists inside are, refusing too long ones even when none of them is selected */
    private record Step(Amount weight, Amount times, Amount page, List<Condition> conditions, List<Step> inside) {

        long cost(Map<String, Object> variables) {
            for (var condition : conditions) {
                if (!condition.test(variables)) {
                    return 0;
                }
            }
            page.applyAsLong(variables);
            long sum = weight.applyAsLong(variables);
            for (var step : inside) {
                sum = Math.min(sum + step.cost(variables), ENDLESS);
            }
            long count = times.applyAsLong(variables);
            return sum > 0 && count > ENDLESS / sum ? ENDLESS : sum * count;
        }
    }

    private static final Amount ONCE = variables -> 1;
    private static final Amount NOTHING = variables -> 0;

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, VariableDefinition> variables = new HashMap<>();
    private final List<Step> steps;

    CostPlan(GraphQLSchema schema, Document document, OperationDefinition operation) {
        this.schema = schema;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        operation.getVariableDefinitions().forEach(variable -> variables.put(variable.getName(), variable));
        var root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        steps = steps(root, operation.getSelectionSet(), null);
    }

    /**
     * In points, at least 1.
     *
     * @throws dev.parley.ParleyException LIMIT_EXCEEDED when a page is too large
     */
    long cost(Map<String, Object> given) {
        long sum = 0;
        for (var step : steps) {
            sum = Math.min(sum + step.cost(given), ENDLESS);
        }
        return Math.max(1, sum);
    }

    /** @param around what the field around these says of the lists among them */
    private List<Step> steps(GraphQLCompositeType type, @Nullable SelectionSet selections, @Nullable Sized around) {
        var found = new ArrayList<Step>();
        if (selections != null) {
            for (var selection : selections.getSelections()) {
                found.add(
                        switch (selection) {
                            case Field field -> step(type, field, around);
                            case InlineFragment inline ->
                                group(
                                        inline,
                                        steps(
                                                inline.getTypeCondition() == null
                                                        ? type
                                                        : type(inline.getTypeCondition()
                                                                .getName()),
                                                inline.getSelectionSet(),
                                                around));
                            case FragmentSpread spread -> {
                                var fragment = fragments.get(spread.getName());
                                yield group(
                                        spread,
                                        steps(
                                                type(fragment.getTypeCondition().getName()),
                                                fragment.getSelectionSet(),
                                                around));
                            }
                            default -> throw new IllegalStateException("No selection: " + selection.getClass());
                        });
            }
        }
        return List.copyOf(found);
    }

    private record Sized(CostDirectives.Sizing sizing, Amount amount) {}

    private Step step(GraphQLCompositeType type, Field field, @Nullable Sized around) {
        var definition = Introspection.getFieldDef(schema, type, field.getName());
        var introspection = CostDirectives.introspection(field.getName());
        if (introspection > 0) {
            long objects = new IntrospectionSize(schema, fragments).objects(field);
            long points = Math.max(introspection, objects / CostDirectives.SCHEMA_OBJECTS_OF_A_POINT);
            return new Step(variables -> points, ONCE, ONCE, conditions(field), List.of());
        }
        var sizing = CostDirectives.sizing(definition);
        var sized = sizing == null ? null : new Sized(sizing, amount(sizing, definition, field));
        var times = ONCE;
        if (sized != null && sizing.of().isEmpty()) {
            times = sized.amount();
        } else if (around != null && around.sizing().of().contains(field.getName())) {
            times = around.amount();
        }
        var inside = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType inner
                ? steps(inner, field.getSelectionSet(), sized)
                : List.<Step>of();
        var page = sized == null ? ONCE : sized.amount();
        return new Step(weight(definition, field), times, page, conditions(field), inside);
    }

    private Amount weight(GraphQLFieldDefinition definition, Field field) {
        long own = CostDirectives.weight(definition);
        var extra = field.getArguments().stream()
                .filter(argument -> CostDirectives.weight(definition.getArgument(argument.getName())) > 0)
                .toList();
        return extra.isEmpty()
                ? variables -> own
                : variables -> own
                        + extra.stream()
                                .filter(argument -> isGiven(argument.getValue(), variables))
                                .mapToLong(
                                        argument -> CostDirectives.weight(definition.getArgument(argument.getName())))
                                .sum();
    }

    private boolean isGiven(@Nullable Value<?> value, Map<String, Object> given) {
        return switch (value) {
            case null -> false;
            case NullValue nothing -> false;
            case VariableReference reference
            when given.containsKey(reference.getName()) -> given.get(reference.getName()) != null;
            case VariableReference reference -> {
                var declared = variables.get(reference.getName());
                yield declared != null && isGiven(declared.getDefaultValue(), Map.of());
            }
            default -> true;
        };
    }

    private Step group(DirectivesContainer<?> selection, List<Step> inside) {
        return new Step(NOTHING, ONCE, ONCE, conditions(selection), inside);
    }

    private Amount amount(CostDirectives.Sizing sizing, GraphQLFieldDefinition definition, Field field) {
        var by = sizing.by();
        if (by == null) {
            return variables -> sizing.assumed();
        }
        var declared = definition.getArgument(by);
        long otherwise =
                declared == null ? sizing.assumed() : number(declared.getArgumentDefaultValue(), sizing.assumed());
        Value<?> given = field.getArguments().stream()
                .filter(argument -> argument.getName().equals(by))
                .<Value<?>>map(argument -> argument.getValue())
                .findFirst()
                .orElse(null);
        return variables -> {
            long wanted = number(given, variables, otherwise);
            if (wanted > Slice.MOST) {
                throw Limit.exceeded("page size \"" + by + "\"", Long.toString(wanted), Slice.MOST);
            }
            return Math.max(1, wanted);
        };
    }

    private long number(@Nullable Value<?> value, Map<String, Object> given, long otherwise) {
        return switch (value) {
            case IntValue literal -> number(literal.getValue());
            case VariableReference reference -> {
                if (given.containsKey(reference.getName())) {
                    yield given.get(reference.getName()) instanceof Number number ? number(number) : otherwise;
                }
                var declared = variables.get(reference.getName());
                yield declared != null && declared.getDefaultValue() instanceof IntValue literal
                        ? number(literal.getValue())
                        : otherwise;
            }
            case null, default -> otherwise;
        };
    }

    private static long number(InputValueWithState declared, long otherwise) {
        return switch (declared.getValue()) {
            case IntValue literal -> number(literal.getValue());
            case Number number -> number(number);
            case null, default -> otherwise;
        };
    }

    private static long number(Number number) {
        return number instanceof BigInteger big
                ? big.min(BigInteger.valueOf(ENDLESS)).longValue()
                : (long) Math.min(number.doubleValue(), ENDLESS);
    }

    private List<Condition> conditions(DirectivesContainer<?> selection) {
        var conditions = new ArrayList<Condition>();
        for (Directive directive : selection.getDirectives()) {
            boolean wanted = directive.getName().equals("include");
            if (wanted || directive.getName().equals("skip")) {
                var value = directive.getArgument("if").getValue();
                conditions.add(given -> holds(value, given) == wanted);
            }
        }
        return List.copyOf(conditions);
    }

    private boolean holds(Value<?> value, Map<String, Object> given) {
        if (value instanceof VariableReference reference) {
            if (given.containsKey(reference.getName())) {
                return Boolean.TRUE.equals(given.get(reference.getName()));
            }
            var declared = variables.get(reference.getName());
            return declared != null && declared.getDefaultValue() instanceof BooleanValue literal && literal.isValue();
        }
        return value instanceof BooleanValue literal && literal.isValue();
    }

    private GraphQLCompositeType type(String name) {
        return (GraphQLCompositeType) schema.getType(name);
    }
}
