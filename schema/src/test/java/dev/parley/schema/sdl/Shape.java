package dev.parley.schema.sdl;

import static dev.parley.schema.sdl.Parts.fields;
import static dev.parley.schema.sdl.Parts.types;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Optional;

/** The same thing looks the same everywhere. */
final class Shape {

    private static final List<String> OF_A_CONNECTION = List.of("edges", "nodes", "pageInfo", "totalCount");
    private static final List<String> OF_AN_EVENT = List.of("id", "type", "occurredAt", "changedFields");

    static final List<Rule> RULES = List.of(
            new Rule("A list of the answer is always there and has no holes", schema -> fields(schema)
                    .filter(one -> isListWithHoles(one.field()))
                    .map(Parts.Field::coordinate)),
            new Rule("An id is an ID!", schema -> fields(schema)
                    .filter(one -> one.field().getName().equals("id"))
                    .filter(one -> !print(one.field()).equals("ID!"))
                    .map(Parts.Field::coordinate)),
            new Rule("A connection has edges, nodes, pageInfo and totalCount, none of them null", schema -> types(
                            schema, GraphQLObjectType.class)
                    .filter(type -> type.getName().endsWith("Connection"))
                    .filter(type -> !hasNonNull(type, OF_A_CONNECTION))
                    .map(GraphQLNamedType::getName)),
            new Rule("A connection is paged with first, which has a default, and after", schema -> fields(schema)
                    .filter(one -> unwrapped(one.field()).getName().endsWith("Connection"))
                    .filter(one -> !isPaged(one.field()))
                    .map(Parts.Field::coordinate)),
            new Rule("What is subscribed to is an event with id, type, occurredAt and changedFields", schema -> fields(
                            schema)
                    .filter(one -> one.type() == schema.getSubscriptionType())
                    .filter(one ->
                            !(GraphQLTypeUtil.unwrapNonNull(one.field().getType()) instanceof GraphQLObjectType event
                                    && event.getName().endsWith("Event")
                                    && hasNonNull(event, OF_AN_EVENT)))
                    .map(Parts.Field::coordinate)),
            new Rule("What is subscribed to can be resumed: after: ID", schema -> fields(schema)
                    .filter(one -> one.type() == schema.getSubscriptionType())
                    .filter(one ->
                            argument(one.field(), "after").filter("ID"::equals).isEmpty())
                    .map(Parts.Field::coordinate)),
            new Rule("A payload has problems, a list, each with code, field and message", schema -> types(
                            schema, GraphQLObjectType.class)
                    .filter(type -> type.getName().endsWith("Payload"))
                    .filter(type -> type.getFieldDefinition("problems") == null
                            || !isOfProblems(type.getFieldDefinition("problems")))
                    .map(GraphQLNamedType::getName)));

    private Shape() {}

    private static boolean isListWithHoles(GraphQLFieldDefinition field) {
        var printed = print(field);
        return printed.contains("[") && !(printed.endsWith("!]!"));
    }

    private static boolean hasNonNull(GraphQLObjectType type, List<String> names) {
        return names.stream()
                .allMatch(name -> type.getFieldDefinition(name) != null
                        && type.getFieldDefinition(name).getType() instanceof GraphQLNonNull);
    }

    private static boolean isPaged(GraphQLFieldDefinition field) {
        var first = field.getArgument("first");
        return first != null
                && first.hasSetDefaultValue()
                && argument(field, "after").filter("String"::equals).isPresent();
    }

    private static boolean isOfProblems(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList
                && unwrapped(field) instanceof GraphQLObjectType problem
                && hasNonNull(problem, List.of("code", "message"))
                && problem.getFieldDefinition("field") != null
                && !GraphQLTypeUtil.unwrapNonNull(
                                problem.getFieldDefinition("code").getType())
                        .equals(Scalars.GraphQLString);
    }

    private static Optional<String> argument(GraphQLFieldDefinition field, String name) {
        return Optional.ofNullable(field.getArgument(name)).map(one -> GraphQLTypeUtil.simplePrint(one.getType()));
    }

    private static GraphQLNamedType unwrapped(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAllAs(field.getType());
    }

    private static String print(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.simplePrint(field.getType());
    }
}
