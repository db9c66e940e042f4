package dev.parley.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reading rules of the API: null is as good as missing. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnexpectedResponseException("The answer is not JSON"); // without the cause: it quotes content
        }
    }

    /** Reads the bytes as they are; a stray one that is no UTF-8 costs a character, not the answer. */
    static JsonNode parse(byte[] utf8) {
        try {
            return MAPPER.readTree(utf8);
        } catch (IOException e) {
            return parse(new String(utf8, StandardCharsets.UTF_8));
        }
    }

    static @Nullable String text(JsonNode object, String field) {
        var value = object.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    static String text(JsonNode object, String field, String otherwise) {
        var value = text(object, field);
        return value == null ? otherwise : value;
    }

    static @Nullable Integer integer(JsonNode object, String field) {
        var value = object.path(field);
        return value.isNumber() ? Integer.valueOf(value.intValue()) : null;
    }

    static @Nullable Long longInteger(JsonNode object, String field) {
        var value = object.path(field);
        return value.isNumber() ? Long.valueOf(value.longValue()) : null;
    }

    static @Nullable Double number(JsonNode object, String field) {
        var value = object.path(field);
        return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
    }

    static boolean flag(JsonNode object, String field) {
        return object.path(field).asBoolean(false);
    }

    static String required(JsonNode object, String field) {
        var value = text(object, field);
        if (value == null || value.isBlank()) {
            throw new UnexpectedResponseException("The field " + field + " is missing");
        }
        return value;
    }

    static List<String> texts(JsonNode object, String field) {
        return StreamSupport.stream(object.path(field).spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** The things in an array; none when it is null or missing. */
    static <T> List<T> list(JsonNode object, String field, Function<JsonNode, T> reader) {
        return StreamSupport.stream(object.path(field).spliterator(), false)
                .map(reader)
                .toList();
    }
}
