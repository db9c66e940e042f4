package dev.parley.schema.sdl;

import static dev.parley.schema.sdl.Parts.arguments;
import static dev.parley.schema.sdl.Parts.fields;
import static dev.parley.schema.sdl.Parts.inputFields;
import static dev.parley.schema.sdl.Parts.types;
import static dev.parley.schema.sdl.Parts.values;

import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.ScalarInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything is explained, in sentences. */
final class Words {

    private static final Pattern REPLACEMENT = Pattern.compile("(?s).*Use \\S+.* instead.*");
    private static final Pattern DAY = Pattern.compile("(?s).*\\d{4}-\\d{2}-\\d{2}.*");

    static final List<Rule> RULES = List.of(
            new Rule("Everything is described", schema -> described(schema).entrySet().stream()
                    .filter(one -> one.getValue().isBlank())
                    .map(Map.Entry::getKey)),
            new Rule(
                    "Descriptions are sentences: they begin large and end with a full stop",
                    schema -> described(schema).entrySet().stream()
                            .filter(one -> !one.getValue().isBlank() && !isSentence(one.getValue()))
                            .map(Map.Entry::getKey)),
            new Rule(
                    "What is deprecated says what to use instead and until which day it stays",
                    schema -> deprecated(schema).entrySet().stream()
                            .filter(one -> !(REPLACEMENT.matcher(one.getValue()).matches()
                                    && DAY.matcher(one.getValue()).matches()))
                            .map(Map.Entry::getKey)));

    private Words() {}

    private static boolean isSentence(String text) {
        return !Character.isLowerCase(text.charAt(0)) && text.endsWith(".");
    }

    private static Map<String, String> described(GraphQLSchema schema) {
        return Stream.of(
                        types(schema, GraphQLNamedType.class)
                                .filter(type -> !(type instanceof GraphQLScalarType scalar
                                        && ScalarInfo.isGraphqlSpecifiedScalar(scalar)))
                                .map(type -> Map.entry(type.getName(), description(type))),
                        fields(schema).map(one -> Map.entry(one.coordinate(), description(one.field()))),
                        arguments(schema).map(one -> Map.entry(one.coordinate(), description(one.argument()))),
                        inputFields(schema).map(one -> Map.entry(one.coordinate(), description(one.field()))),
                        values(schema).map(one -> Map.entry(one.coordinate(), description(one.value()))))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> deprecated(GraphQLSchema schema) {
        return Stream.of(
                        fields(schema)
                                .filter(one -> one.field().isDeprecated())
                                .map(one -> Map.entry(
                                        one.coordinate(), text(one.field().getDeprecationReason()))),
                        arguments(schema)
                                .filter(one -> one.argument().isDeprecated())
                                .map(one -> Map.entry(
                                        one.coordinate(), text(one.argument().getDeprecationReason()))),
                        inputFields(schema)
                                .filter(one -> one.field().isDeprecated())
                                .map(one -> Map.entry(
                                        one.coordinate(), text(one.field().getDeprecationReason()))),
                        values(schema)
                                .filter(one -> one.value().isDeprecated())
                                .map(one -> Map.entry(
                                        one.coordinate(), text(one.value().getDeprecationReason()))))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String description(GraphQLNamedSchemaElement element) {
        return text(element.getDescription());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
