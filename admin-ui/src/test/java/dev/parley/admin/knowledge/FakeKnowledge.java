package dev.parley.admin.knowledge;

import dev.parley.admin.fake.FakeFeature;
import dev.parley.admin.graphql.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents that all say the same in two versions, and a search that knows its answer. */
public final class FakeKnowledge implements FakeFeature {

    static final String TEXT = "# Delivery\n\nWe deliver on **Mondays**.\n\nReturns take ten days.\n";

    /** The one that was changed last comes first. */
    public final List<ObjectNode> documents = new CopyOnWriteArrayList<>(
            IntStream.rangeClosed(1, 3).mapToObj(FakeKnowledge::document).toList());

    /** What came to change them: the operation, and what it was given. */
    public final List<Map.Entry<String, JsonNode>> changes = new CopyOnWriteArrayList<>();

    /** What was searched for. */
    public final List<JsonNode> questions = new CopyOnWriteArrayList<>();

    public final List<String> degraded = new CopyOnWriteArrayList<>();
    public final List<JsonNode> problems = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, Answer> operations() {
        var operations = new HashMap<String, Answer>();
        operations.put("Documents", asked -> Map.of("documents", FakeFeature.page(filtered(asked), asked, true)));
        operations.put("SearchKnowledge", asked -> Map.of("searchKnowledge", search(asked)));
        operations.put(
                "DocumentFacets",
                asked -> Map.of("documentFacets", Map.of("categories", names("Sales"), "tags", names("price"))));
        operations.put("Document", asked -> FakeFeature.one("document", documents, asked));
        operations.put("DocumentText", asked -> Map.of("document", Map.of("versions", Map.of("nodes", text(asked)))));
        operations.put("DocumentContent", asked -> Map.of("document", Map.of("content", TEXT)));
        operations.put("DocumentChunks", asked -> Json.MAPPER.convertValue(Json.MAPPER.readTree(CHUNKS), Map.class));
        operations.put(
                "DocumentVersions", asked -> Json.MAPPER.convertValue(Json.MAPPER.readTree(VERSIONS), Map.class));
        operations.put("DocumentDiff", asked -> Json.MAPPER.convertValue(Json.MAPPER.readTree(DIFF), Map.class));
        for (var name : List.of("create", "upload", "update", "retry")) {
            change(operations, name + "Document");
        }
        change(operations, "restoreDocumentVersion");
        for (var name : List.of("archive", "restore", "delete", "tag")) {
            change(operations, name + "Documents");
        }
        return operations;
    }

    private void change(Map<String, Answer> operations, String field) {
        var operation = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        operations.put(operation, given -> {
            changes.add(Map.entry(field, given));
            if (field.equals("archiveDocuments") || field.equals("restoreDocuments")) {
                ids(given).forEach(one -> one.put("status", field.equals("archiveDocuments") ? "ARCHIVED" : "READY"));
            }
            return Map.of(field, outcome());
        });
    }

    private Map<String, ?> outcome() {
        return problems.isEmpty()
                ? Map.of("document", Map.of("id", "document-1"), "problems", List.of())
                : Map.of("problems", List.copyOf(problems));
    }

    private List<ObjectNode> ids(JsonNode given) {
        return documents.stream()
                .filter(one -> StreamSupport.stream(given.path("ids").spliterator(), false)
                        .anyMatch(id -> id.equals(one.path("id"))))
                .toList();
    }

    private List<ObjectNode> filtered(JsonNode asked) {
        return documents.stream()
                .filter(one -> asked.path("status").isEmpty()
                        || asked.path("status").path(0).equals(one.path("status")))
                .filter(one -> !asked.has("category") || asked.path("category").equals(one.path("category")))
                .toList();
    }

    private Map<String, ?> search(JsonNode asked) {
        questions.add(asked);
        var hits = documents.stream()
                .limit(2)
                .map(one -> Map.of(
                        "passage",
                        "We deliver on **Mondays**.",
                        "highlights",
                        List.of("## Days\n**We** deliver on <mark>Mondays</mark> &amp; never else"),
                        "headingPath",
                        List.of("Delivery"),
                        "score",
                        one.equals(documents.getFirst()) ? 0.03 : 0.015,
                        "versionNumber",
                        2,
                        "place",
                        "12-38",
                        "document",
                        one))
                .toList();
        return Map.of("hits", hits, "degraded", List.copyOf(degraded));
    }

    private static List<Map<String, ?>> text(JsonNode asked) {
        int number = Integer.parseInt(asked.path("before").asString()) - 1;
        return List.of(Map.of("number", number, "contentType", "markdown", "text", TEXT));
    }

    private static List<Map<String, String>> names(String name) {
        return List.of(Map.of("name", name));
    }

    public static ObjectNode document(int number) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"document-%1$d","title":"Guide %1$d","contentType":"markdown","category":"Sales","tags":["price"],
                 "language":"en","source":"text","fileName":null,"status":"READY","failure":null,"progress":null,
                 "reviewBy":null,"version":3,"versionNumber":2,"liveVersionNumber":2,"embeddingModel":"offline-1",
                 "deletedAt":null,"createdAt":"2026-05-01T10:00:00Z","updatedAt":"2026-05-04T10:0%2$d:00Z",
                 "duplicateOf":null,
                 "similarDocuments":[{"score":0.91,"document":{"id":"document-9","title":"Another guide"}}]}
                """
                        .formatted(number, 9 - number));
    }

    private static final String CHUNKS =
            """
            {"document":{"chunks":{"totalCount":1,"pageInfo":{"hasNextPage":false,"endCursor":"0"},"nodes":[
              {"position":0,"versionNumber":2,"headingPath":["Delivery"],"text":"We deliver on Mondays.",
               "place":{"start":12,"end":38}}]}}}
            """;
    private static final String VERSIONS =
            """
            {"document":{"versions":{"nodes":[
              {"number":2,"characters":70,"restoredFrom":null,"createdBy":"a@north.test","createdAt":"2026-05-04T10:00:00Z"},
              {"number":1,"characters":60,"restoredFrom":null,"createdBy":null,"createdAt":"2026-05-01T10:00:00Z"}]}}}
            """;
    private static final String DIFF =
            """
            {"documentDiff":{"added":1,"removed":1,"isCut":false,"lines":[
              {"kind":"REMOVED","text":"On Sundays.","fromLine":3,"toLine":null},
              {"kind":"ADDED","text":"On Mondays.","fromLine":null,"toLine":3}]}}
            """;
}
