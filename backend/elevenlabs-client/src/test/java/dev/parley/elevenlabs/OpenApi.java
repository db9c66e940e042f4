package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The vendor's description of the API, cut down to what this library uses, and answers made up from it. */
final class OpenApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode DESCRIPTION = read();

    private final Set<String> unknown = new TreeSet<>();

    /** Query parameters of a GET. */
    static Set<String> parameters(String path) {
        var names = new TreeSet<String>();
        for (var parameter : DESCRIPTION.path("paths").path(path).path("get").path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    static List<String> paths() {
        return names(DESCRIPTION.path("paths"));
    }

    /** Fields that were read from answers and stand nowhere in the description. */
    Set<String> unknown() {
        return unknown;
    }

    /** An answer with a value in every field. */
    JsonNode answer(String path) {
        return sample(DESCRIPTION
                .path("paths")
                .path(path)
                .at("/get/responses/200/content")
                .path("application/json")
                .path("schema"));
    }

    JsonNode schema(String name) {
        return sample(DESCRIPTION.at("/components/schemas").path(name));
    }

    private JsonNode sample(JsonNode schema) {
        if (schema.isEmpty()) {
            return JSON.textNode("anything");
        }
        var variants = variants(schema).toList();
        if (variants.isEmpty()) {
            return JSON.nullNode();
        }
        var first = variants.getFirst();
        if (first.has("properties")) {
            return object(variants);
        }
        return switch (first.path("type").asText()) {
            case "array" -> JSON.arrayNode().add(sample(first.path("items")));
            case "object" -> JSON.objectNode().set("an_id", sample(first.path("additionalProperties")));
            case "string" -> JSON.textNode(first.path("enum").path(0).asText("text"));
            case "integer" -> JSON.numberNode(1);
            case "number" -> JSON.numberNode(0.5);
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.nullNode();
        };
    }

    /** Of several forms an object may have, only what all have may be read without looking. */
    private ObjectNode object(List<JsonNode> variants) {
        var common = new HashSet<>(names(variants.getFirst().path("properties")));
        variants.forEach(variant -> common.retainAll(names(variant.path("properties"))));
        var object = new Watched(common);
        common.forEach(name ->
                object.set(name, sample(variants.getFirst().path("properties").path(name))));
        return object;
    }

    /** Without references and the null among them. */
    private static Stream<JsonNode> variants(JsonNode schema) {
        if (schema.has("$ref")) {
            return variants(DESCRIPTION.at(schema.path("$ref").asText().substring(1)));
        }
        for (var union : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(union)) {
                return StreamSupport.stream(schema.path(union).spliterator(), false)
                        .flatMap(OpenApi::variants);
            }
        }
        return schema.path("type").asText().equals("null") ? Stream.empty() : Stream.of(schema);
    }

    private static List<String> names(JsonNode object) {
        Iterable<String> names = () -> (Iterator<String>) object.fieldNames();
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static JsonNode read() {
        try (var file = OpenApi.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notices who asks for fields that the description does not have. */
    private final class Watched extends ObjectNode {

        private static final long serialVersionUID = 1L;
        private final transient Set<String> known;

        Watched(Set<String> known) {
            super(JSON);
            this.known = known;
        }

        @Override
        public JsonNode path(String field) {
            if (!known.contains(field)) {
                unknown.add(field);
            }
            return super.path(field);
        }
    }
}
