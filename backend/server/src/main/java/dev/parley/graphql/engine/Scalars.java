package dev.parley.graphql.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.graphql.JsonText;
import dev.parley.graphql.Upload;
import dev.parley.persistence.Times;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scalars beside the built-in ones. */
final class Scalars {

    static final GraphQLScalarType DATE_TIME = GraphQLScalarType.newScalar()
            .name("DateTime")
            .description("A point in time, RFC 3339, answered in UTC: 2026-03-01T10:00:00Z. Any offset is accepted.")
            .specifiedByUrl("https://scalars.graphql.org/andimarek/date-time")
            .coercing(new DateTimeCoercing())
            .build();

    static final GraphQLScalarType JSON = GraphQLScalarType.newScalar()
            .name("JSON")
            .description("Any JSON value.")
            .coercing(new JsonCoercing())
            .build();

    static final GraphQLScalarType UPLOAD = GraphQLScalarType.newScalar()
            .name("Upload")
            .description("A file, sent by the GraphQL multipart request specification.")
            .specifiedByUrl("https://github.com/jaydenseric/graphql-multipart-request-spec")
            .coercing(new UploadCoercing())
            .build();

    private Scalars() {}

    private static final class DateTimeCoercing implements Coercing<Instant, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            if (value instanceof Instant instant) {
                return instant.toString();
            }
            throw new CoercingSerializeException("Not an instant");
        }

        @Override
        public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return parse(input);
            } catch (DateTimeException e) {
                throw new CoercingParseValueException("Not an RFC 3339 date and time with an offset");
            }
        }

        @Override
        public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return parse(input instanceof StringValue text ? text.getValue() : input);
            } catch (DateTimeException e) {
                throw new CoercingParseLiteralException("Not an RFC 3339 date and time with an offset");
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(serialize(input, context, locale));
        }

        private static Instant parse(Object input) {
            return switch (input) {
                case Instant instant -> instant;
                case String text -> Times.plausible(OffsetDateTime.parse(text).toInstant());
                default -> throw new DateTimeException("Not a string");
            };
        }
    }

    private static final class JsonCoercing implements Coercing<String, JsonNode> {

        private static final ObjectMapper MAPPER = new ObjectMapper();

        @Override
        public JsonNode serialize(Object value, GraphQLContext context, Locale locale) {
            if (value instanceof JsonNode tree) {
                return tree;
            }
            throw new CoercingSerializeException("Not a JSON tree");
        }

        /** Its text: see {@link JsonText}. */
        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            return MAPPER.valueToTree(input).toString();
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return MAPPER.valueToTree(plain(input, variables)).toString();
        }

        private static @Nullable Object plain(Value<?> input, CoercedVariables variables) {
            return switch (input) {
                case NullValue none -> null;
                case StringValue text -> text.getValue();
                case BooleanValue truth -> truth.isValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case VariableReference variable -> variables.get(variable.getName());
                case ArrayValue list ->
                    list.getValues().stream()
                            .map(value -> plain(value, variables))
                            .collect(Collectors.toCollection(ArrayList::new));
                case ObjectValue object -> {
                    var map = new LinkedHashMap<String, Object>();
                    object.getObjectFields()
                            .forEach(field -> map.put(field.getName(), plain(field.getValue(), variables)));
                    yield map;
                }
                default -> throw new CoercingParseLiteralException("Not JSON");
            };
        }
    }

    private static final class UploadCoercing implements Coercing<Upload, String> {

        private static final String NOT_A_FILE =
                "Not a file: send the request as multipart/form-data, and name this variable in its \"map\"";

        @Override
        public Upload parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof Upload upload) {
                return upload;
            }
            throw new CoercingParseValueException(NOT_A_FILE);
        }

        @Override
        public Upload parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            throw new CoercingParseLiteralException(NOT_A_FILE);
        }

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            throw new CoercingSerializeException("Files are not answered");
        }
    }
}
