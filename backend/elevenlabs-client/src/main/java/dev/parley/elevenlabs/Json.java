package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reading rules of the API: null is as good as missing. */
final class Json {

    private Json() {}

    static @Nullable String text(JsonNode object, String field) {
        var value = object.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    static @Nullable Integer integer(JsonNode object, String field) {
        var value = object.path(field);
        return value.isNumber() ? Integer.valueOf(value.intValue()) : null;
    }

    static String required(JsonNode object, String field) {
        var value = text(object, field);
        if (value == null || value.isBlank()) {
            throw new UnexpectedResponseException("The field " + field + " is missing");
        }
        return value;
    }
}
