package dev.parley.graphql.engine;

import dev.parley.StartException;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field of an interface costs and who may read it is the same in all types that have it: whoever selects it does not
 * name one of them.
 */
final class Interfaces {

    private Interfaces() {}

    /** @throws StartException when a type says something else than its interface */
    static void requireSameRules(GraphQLSchema schema) {
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLInterfaceType some) {
                for (var object : schema.getImplementations(some)) {
                    for (var field : some.getFieldDefinitions()) {
                        if (!rules(field).equals(rules(object.getFieldDefinition(field.getName())))) {
                            throw new StartException("%s.%s has another @cost, @listSize or @requiresRole than %s.%2$s"
                                    .formatted(object.getName(), field.getName(), some.getName()));
                        }
                    }
                }
            }
        }
    }

    private static List<@Nullable Object> rules(GraphQLFieldDefinition field) {
        return Arrays.asList(
                CostDirectives.weight(field),
                field.getArguments().stream()
                        .filter(argument -> CostDirectives.weight(argument) > 0)
                        .map(argument -> argument.getName() + CostDirectives.weight(argument))
                        .sorted()
                        .toList(),
                CostDirectives.sizing(field),
                RequiredRole.of(field));
    }
}
