package dev.parley.graphql.engine;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an operation of a valid document names that is going away. */
final class Deprecations {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<String> found = new TreeSet<>();

    private Deprecations(GraphQLSchema schema, Document document) {
        this.schema = schema;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** @return their schema coordinates, {@code Type.field} or {@code Type.field(argument:)}, sorted */
    static List<String> namedIn(GraphQLSchema schema, Document document, OperationDefinition operation) {
        var deprecations = new Deprecations(schema, document);
        var root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        deprecations.visit(root, operation.getSelectionSet());
        return List.copyOf(deprecations.found);
    }

    private void visit(@Nullable GraphQLCompositeType type, @Nullable SelectionSet selections) {
        if (type == null || selections == null) {
            return;
        }
        for (var selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> visit(type, field);
                case InlineFragment inline ->
                    visit(
                            inline.getTypeCondition() == null
                                    ? type
                                    : type(inline.getTypeCondition().getName()),
                            inline.getSelectionSet());
                case FragmentSpread spread -> {
                    if (visited.add(spread.getName())) {
                        var fragment = fragments.get(spread.getName());
                        visit(type(fragment.getTypeCondition().getName()), fragment.getSelectionSet());
                    }
                }
                default -> throw new IllegalStateException("No selection: " + selection.getClass());
            }
        }
    }

    private void visit(GraphQLCompositeType type, Field field) {
        var definition = Introspection.getFieldDef(schema, type, field.getName());
        if (type instanceof GraphQLFieldsContainer) {
            var coordinates = type.getName() + "." + field.getName();
            if (definition.isDeprecated()) {
                found.add(coordinates);
            }
            for (var argument : field.getArguments()) {
                var declared = definition.getArgument(argument.getName());
                if (declared != null && declared.isDeprecated()) {
                    found.add(coordinates + "(" + argument.getName() + ":)");
                }
            }
        }
        if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType inner) {
            visit(inner, field.getSelectionSet());
        }
    }

    private GraphQLCompositeType type(String name) {
        return (GraphQLCompositeType) schema.getType(name);
    }
}
