package dev.parley.graphql.engine;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLModifiedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many objects an answer of {@code __schema} or {@code __type} has. Counted on the schema itself: types have fields that
 * have types, so that a small document can ask for millions, and no guess at the length of such lists is good.
 */
final class IntrospectionSize {

    private static final long ENOUGH = 1L << 40;

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<SelectionSet, Map<Object, Long>> counted = new IdentityHashMap<>();

    IntrospectionSize(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
        this.schema = schema;
        this.fragments = fragments;
    }

    /** @param root the field {@code __schema} or {@code __type}; the largest type counts when a variable names it */
    long objects(Field root) {
        if (root.getName().equals("__schema")) {
            return objects(root.getSelectionSet(), schema);
        }
        var named = root.getArguments().getFirst().getValue() instanceof StringValue name
                ? Stream.ofNullable(schema.getType(name.getValue()))
                : schema.getAllTypesAsList().stream();
        return named.mapToLong(type -> objects(root.getSelectionSet(), type))
                .max()
                .orElse(0);
    }

    private long objects(@Nullable SelectionSet selections, Object of) {
        if (selections == null) {
            return 0;
        }
        var known = counted.computeIfAbsent(selections, each -> new HashMap<>());
        var count = known.get(of);
        if (count == null) {
            long sum = 0;
            for (var selection : selections.getSelections()) {
                sum += switch (selection) {
                    case Field field -> inside(field, of);
                    case InlineFragment inline -> objects(inline.getSelectionSet(), of);
                    case FragmentSpread spread ->
                        objects(fragments.get(spread.getName()).getSelectionSet(), of);
                    default -> throw new IllegalStateException("No selection: " + selection.getClass());
                };
            }
            count = Math.min(sum, ENOUGH);
            known.put(of, count);
        }
        return count;
    }

    private long inside(Field field, Object of) {
        long sum = 0;
        for (var found : found(field.getName(), of)) {
            sum = Math.min(sum + 1 + objects(field.getSelectionSet(), found), ENOUGH);
        }
        return sum;
    }

    private List<?> found(String field, Object of) {
        return switch (of) {
            case GraphQLSchema all ->
                switch (field) {
                    case "types" -> all.getAllTypesAsList();
                    case "directives" -> all.getDirectives();
                    case "queryType" -> Stream.ofNullable(all.getQueryType()).toList();
                    case "mutationType" ->
                        Stream.ofNullable(all.getMutationType()).toList();
                    case "subscriptionType" ->
                        Stream.ofNullable(all.getSubscriptionType()).toList();
                    default -> List.of();
                };
            case GraphQLFieldDefinition definition when field.equals("args") -> definition.getArguments();
            case GraphQLFieldDefinition definition when field.equals("type") -> List.of(definition.getType());
            case GraphQLDirective directive when field.equals("args") -> directive.getArguments();
            case GraphQLArgument argument when field.equals("type") -> List.of(argument.getType());
            case GraphQLInputObjectField input when field.equals("type") -> List.of(input.getType());
            case GraphQLModifiedType type when field.equals("ofType") -> List.of(type.getWrappedType());
            case GraphQLFieldsContainer type when field.equals("fields") -> type.getFieldDefinitions();
            case GraphQLImplementingType type when field.equals("interfaces") -> type.getInterfaces();
            case GraphQLInterfaceType type when field.equals("possibleTypes") -> schema.getImplementations(type);
            case GraphQLUnionType type when field.equals("possibleTypes") -> type.getTypes();
            case GraphQLEnumType type when field.equals("enumValues") -> type.getValues();
            case GraphQLInputObjectType type when field.equals("inputFields") -> type.getFieldDefinitions();
            default -> List.of();
        };
    }
}
