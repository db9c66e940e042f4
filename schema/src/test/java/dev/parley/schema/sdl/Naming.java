package dev.parley.schema.sdl;

import static dev.parley.schema.sdl.Parts.arguments;
import static dev.parley.schema.sdl.Parts.fields;
import static dev.parley.schema.sdl.Parts.inputFields;
import static dev.parley.schema.sdl.Parts.types;
import static dev.parley.schema.sdl.Parts.values;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One way to name things. */
final class Naming {

    private static final Pattern PASCAL = Pattern.compile("([A-Z][a-z0-9]*)+|JSON|ID");
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*");
    private static final Pattern UPPER = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?i:num|cnt|msg|desc|addr|cfg|info)|[A-Za-z]*(Num|Cnt|Msg|Desc|Addr|Cfg)");

    /** Clients name it in their variables: it was promised under this name. */
    private static final Set<String> PROMISED_INPUTS = Set.of("KnowledgeFilter");

    static final List<Rule> RULES = List.of(
            new Rule("Types are named LikeThis", schema -> types(schema, GraphQLNamedType.class)
                    .map(GraphQLNamedType::getName)
                    .filter(name -> !PASCAL.matcher(name).matches())),
            new Rule("Fields and arguments are named likeThis", schema -> Stream.of(
                            fields(schema)
                                    .filter(one -> isOdd(one.field().getName()))
                                    .map(Parts.Field::coordinate),
                            arguments(schema)
                                    .filter(one -> isOdd(one.argument().getName()))
                                    .map(Parts.Argument::coordinate),
                            inputFields(schema)
                                    .filter(one -> isOdd(one.field().getName()))
                                    .map(Parts.InputField::coordinate))
                    .flatMap(coordinates -> coordinates)),
            new Rule("Enum values are named LIKE_THIS", schema -> values(schema)
                    .filter(one -> !UPPER.matcher(one.value().getName()).matches())
                    .map(Parts.Value::coordinate)),
            new Rule("Words are written out", schema -> fields(schema)
                    .filter(one -> ABBREVIATION.matcher(one.field().getName()).matches())
                    .map(Parts.Field::coordinate)),
            new Rule("Inputs, and only they, are named …Input", schema -> types(schema, GraphQLNamedType.class)
                    .filter(type -> type instanceof GraphQLInputObjectType
                            != (type.getName().endsWith("Input") || PROMISED_INPUTS.contains(type.getName())))
                    .map(GraphQLNamedType::getName)),
            new Rule("Times of the answer are named …At, days by which something is due …By", schema -> fields(schema)
                    .filter(one -> isTime(one)
                            != (one.field().getName().endsWith("At")
                                    || one.field().getName().endsWith("By") && isTime(one)))
                    .map(Parts.Field::coordinate)),
            new Rule("A mutation answers with a payload named after it, or after what several change", schema -> fields(
                            schema)
                    .filter(one -> one.type() == schema.getMutationType())
                    .filter(one ->
                            !isPayloadOf(unwrapped(one).getName(), one.field().getName()))
                    .map(Parts.Field::coordinate)),
            new Rule("Only mutations answer with payloads", schema -> types(schema, GraphQLObjectType.class)
                    .map(GraphQLNamedType::getName)
                    .filter(name -> name.endsWith("Payload"))
                    .filter(name -> fields(schema)
                            .noneMatch(one -> one.type() == schema.getMutationType()
                                    && unwrapped(one).getName().equals(name)))));

    private Naming() {}

    private static boolean isOdd(String name) {
        return !CAMEL.matcher(name).matches();
    }

    private static boolean isTime(Parts.Field one) {
        return unwrapped(one).getName().equals("DateTime");
    }

    /** EditLeadPayload of editLead, or LeadPayload, which deleteLead answers with, too. */
    private static boolean isPayloadOf(String type, String mutation) {
        return type.equals(payload(mutation))
                || type.endsWith("Payload")
                        && mutation.matches(
                                "[a-z]+" + type.substring(0, type.length() - "Payload".length()) + "([A-Z].*)?");
    }

    private static String payload(String mutation) {
        return Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Payload";
    }

    private static GraphQLNamedType unwrapped(Parts.Field one) {
        return GraphQLTypeUtil.unwrapAllAs(one.field().getType());
    }
}
