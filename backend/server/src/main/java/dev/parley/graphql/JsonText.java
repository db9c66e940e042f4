package dev.parley.graphql;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/**
 * Any JSON in an input, as its text: the type of the input's property. Helidon makes inputs by JSON-B and takes every object
 * in them for another input.
 */
@JsonbTypeAdapter(JsonText.Adapter.class)
public record JsonText(String json) {

    /** A string in the JSON that an input is made of. */
    public static final class Adapter implements JsonbAdapter<JsonText, String> {

        @Override
        public String adaptToJson(JsonText text) {
            return text.json();
        }

        @Override
        public JsonText adaptFromJson(String json) {
            return new JsonText(json);
        }
    }
}
