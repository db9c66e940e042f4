package dev.parley.graphql.engine;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a selected field, as the document gives them.
 *
 * @param pageSize the one that its cost goes by; null: none
 */
record FieldArguments(
        GraphQLCodeRegistry code,
        List<GraphQLArgument> declared,
        List<Argument> given,
        @Nullable GraphQLArgument pageSize) {

    /** @return null: the field has none */
    static @Nullable FieldArguments of(
            GraphQLCodeRegistry code, GraphQLFieldDefinition definition, List<Argument> given) {
        if (definition.getArguments().isEmpty()) {
            return null;
        }
        var sizing = CostDirectives.sizing(definition);
        var by = sizing == null ? null : sizing.by();
        return new FieldArguments(
                code, definition.getArguments(), given, by == null ? null : definition.getArgument(by));
    }

    /**
     * As graphql-java coerces them, with one difference: a page size that is null is the default, as {@link CostPlan} takes it.
     *
     * @throws graphql.GraphQLException when a value cannot be used
     */
    Map<String, @Nullable Object> coerced(CoercedVariables variables, GraphQLContext context) {
        var values = ValuesResolver.getArgumentValues(code, declared, given, variables, context, Locale.ROOT);
        if (pageSize == null || values.get(pageSize.getName()) != null) {
            return values;
        }
        var sized = new LinkedHashMap<>(values);
        sized.put(
                pageSize.getName(),
                ValuesResolver.valueToInternalValue(
                        pageSize.getArgumentDefaultValue(), pageSize.getType(), context, Locale.ROOT));
        return sized;
    }
}
