package dev.parley.knowledge;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import java.util.HashMap;
import java.util.Map;

/** Documents as people make and change them. */
public final class DocumentMaker {

    private static final String FIELDS =
            """
            document { id title content contentType metadata category tags reviewBy language source fileName status failure
              version versionNumber liveVersionNumber embeddingModel }
            problems { code field message }""";

    private final Api api;

    public DocumentMaker(Api api) {
        this.api = api;
    }

    /** @return the payload */
    public JsonNode create(Map<String, ?> input) {
        return api.data(
                        "mutation($input: CreateDocumentInput!) { createDocument(input: $input) { " + FIELDS + " } }",
                        Map.of("input", input))
                .path("createDocument");
    }

    /** @return the id of one that is ready */
    public String ready(String title, String content) {
        var id = create(Map.of("title", title, "content", content, "contentType", "markdown"))
                .at("/document/id")
                .asText();
        until(id, "READY");
        return id;
    }

    /** @return the payload */
    public JsonNode update(String id, int version, Map<String, ?> input) {
        return api.data(
                        "mutation($id: ID!, $version: Int!, $input: UpdateDocumentInput!) {"
                                + " updateDocument(id: $id, version: $version, input: $input) { " + FIELDS + " } }",
                        Map.of("id", id, "version", version, "input", new HashMap<>(input)))
                .path("updateDocument");
    }

    /**
     * A mutation with one document's id.
     *
     * @param arguments what follows the id
     * @return the payload
     */
    public JsonNode change(String mutation, String id, String arguments) {
        return api.data("mutation { %s(id: \"%s\" %s) { %s } }".formatted(mutation, id, arguments, FIELDS))
                .path(mutation);
    }

    public JsonNode document(String id) {
        return document(
                id, "id title content status failure version versionNumber liveVersionNumber language contentType");
    }

    public JsonNode document(String id, String selection) {
        return api.data("query($id: ID!) { document(id: $id) { " + selection + " } }", Map.of("id", id))
                .path("document");
    }

    /** Waits until the newest version has that status. */
    public JsonNode until(String id, String status) {
        await().until(() -> document(id).path("status").asText().equals(status));
        return document(id);
    }

    /** Waits until a version is the one that is found. */
    public void untilLive(String id, int number) {
        await().until(() -> document(id).path("liveVersionNumber").asInt() == number);
    }
}
