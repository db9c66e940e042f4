package dev.parley.graphql.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.persistence.Times;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

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
            .description("Any JSON value. Output only.")
            .coercing(new JsonCoercing())
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

    private static final class JsonCoercing implements Coercing<JsonNode, JsonNode> {

        @Override
        public JsonNode serialize(Object value, GraphQLContext context, Locale locale) {
            if (value instanceof JsonNode tree) {
                return tree;
            }
            throw new CoercingSerializeException("Not a JSON tree");
        }
    }
}
