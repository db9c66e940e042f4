package dev.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with documents, and what comes of it. */
class DocumentsIT {

    private static final String HOURS =
            "# Opening hours\n\nWe are open from nine to six.\n\n# Parking\n\nBehind the house.\n";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final DocumentMaker documents = new DocumentMaker(client.api("analyst"));

    @Test
    void aTextBecomesChunksThatAreFound() {
        var payload = documents.create(Map.of(
                "title", " Opening hours ",
                "content", HOURS,
                "contentType", "text/markdown",
                "category", "Visits",
                "tags", List.of("hours", "parking", "hours"),
                "metadata", Map.of("owner", Map.of("name", "Ann"), "pages", List.of(1, 2)),
                "reviewBy", "2030-01-01T00:00:00Z"));
        assertThat(payload.path("problems")).isEmpty();
        var made = payload.path("document");
        assertThat(made.path("title").asText()).isEqualTo("Opening hours");
        assertThat(made.path("content").asText()).isEqualTo(HOURS);
        assertThat(made.path("contentType").asText()).isEqualTo("markdown");
        assertThat(made.path("tags")).extracting(JsonNode::asText).containsExactly("hours", "parking");
        assertThat(made.at("/metadata/owner/name").asText()).isEqualTo("Ann");
        assertThat(made.at("/metadata/pages/1").asInt()).isEqualTo(2);
        assertThat(made.path("reviewBy").asText()).isEqualTo("2030-01-01T00:00:00Z");

        var id = made.path("id").asText();
        var ready = documents.until(id, "READY");
        assertThat(ready.path("version").asInt()).isEqualTo(1);
        assertThat(ready.path("liveVersionNumber").asInt()).isEqualTo(1);
        assertThat(ready.path("language").asText()).isEqualTo("en");
        var chunks = documents.document(
                id,
                "chunks(first: 1) { nodes { text headingPath place { start end } } pageInfo { hasNextPage endCursor } totalCount }");
        assertThat(chunks.at("/chunks/totalCount").asInt()).isEqualTo(2);
        assertThat(chunks.at("/chunks/pageInfo/hasNextPage").asBoolean()).isTrue();
        var chunk = chunks.at("/chunks/nodes/0");
        assertThat(chunk.at("/headingPath/0").asText()).isEqualTo("Opening hours");
        assertThat(HOURS.substring(
                        chunk.at("/place/start").asInt(), chunk.at("/place/end").asInt()))
                .endsWith("We are open from nine to six.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    title       | ' '          | BLANK
                    content     | ' '          | BLANK
                    contentType | image/png    | UNSUPPORTED_CONTENT_TYPE
                    title       | LONG         | TOO_LONG
                    category    | LONG         | TOO_LONG
                    content     | a\0b         | INVALID_CHARACTERS
                    """)
    void whatCannotBeStoredIsRefusedByField(String field, String value, String code) {
        var input = new HashMap<String, Object>(Map.of("title", "T", "content", "C"));
        input.put(field, value.equals("LONG") ? "x".repeat(301) : value.replace("\\0", "\0"));

        var payload = documents.create(input);

        assertThat(payload.path("document").isNull()).isTrue();
        assertThat(payload.at("/problems/0/code").asText()).isEqualTo(code);
        assertThat(payload.at("/problems/0/field").asText()).isEqualTo(field);
    }

    @Test
    void anotherContentIsAVersionAndWhatElseChangesIsNone() {
        var id = documents.ready("Hours", HOURS);

        var renamed = documents.update(id, 1, Map.of("title", "Hours of opening"));
        assertThat(renamed.at("/document/version").asInt()).isEqualTo(2);
        assertThat(renamed.at("/document/versionNumber").asInt()).isEqualTo(1);
        var edited = documents.update(id, 2, Map.of("content", HOURS.replace("six", "seven")));
        assertThat(edited.at("/document/versionNumber").asInt()).isEqualTo(2);
        documents.untilLive(id, 2);
        assertThat(documents.document(id).path("version").asInt()).isEqualTo(3);
        var late = documents.update(id, 2, Map.of("title", "Late"));
        assertThat(late.at("/problems/0/code").asText()).isEqualTo("CONFLICT");

        var lines = client.api("viewer")
                .data(
                        "{ documentDiff(id: \"%s\", from: 1, to: 2) { added removed lines { kind text fromLine toLine } } }"
                                .formatted(id))
                .path("documentDiff");
        assertThat(lines.path("added").asInt()).isEqualTo(1);
        assertThat(lines.path("lines"))
                .extracting(line ->
                        line.path("kind").asText().charAt(0) + line.path("text").asText())
                .startsWith(
                        "S# Opening hours",
                        "S",
                        "RWe are open from nine to six.",
                        "AWe are open from nine to seven.",
                        "S");

        var restored = documents.change("restoreDocumentVersion", id, "version: 3, number: 1");
        assertThat(restored.at("/document/versionNumber").asInt()).isEqualTo(3);
        documents.untilLive(id, 3);
        var versions = documents
                .document(id, "versions(first: 2) { totalCount nodes { number restoredFrom createdBy content } }")
                .path("versions");
        assertThat(versions.path("totalCount").asInt()).isEqualTo(3);
        assertThat(versions.at("/nodes/0/restoredFrom").asInt()).isEqualTo(1);
        assertThat(versions.at("/nodes/0/content").asText()).isEqualTo(HOURS);
        assertThat(versions.at("/nodes/0/createdBy").asText()).contains("@");
    }

    @Test
    void aChangedParagraphIsTheOnlyOneThatIsEmbedded() {
        var text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append("# Part ")
                    .append(i)
                    .append("\n\nThis is what part ")
                    .append(i)
                    .append(" says.\n\n");
        }
        var id = documents.ready("Parts", text.toString());
        assertThat(embeddings()).isEqualTo(12);

        documents.update(id, 1, Map.of("content", text.toString().replace("part 7 says", "part seven says")));
        documents.untilLive(id, 2);
        assertThat(embeddings()).isEqualTo(13);
        documents.change("restoreDocumentVersion", id, "version: 2, number: 1");
        documents.untilLive(id, 3);
        assertThat(embeddings()).isEqualTo(13);
    }

    private int embeddings() {
        return Integer.parseInt(
                parley.sql("select count(*) from knowledge_embeddings where client_id = ?", client.id()));
    }

    @Test
    void whatIsArchivedOrDeletedComesBack() {
        var id = documents.ready("Hours", HOURS);
        var archived = documents.change("archiveDocument", id, "version: 1");
        assertThat(archived.at("/document/status").asText()).isEqualTo("ARCHIVED");
        assertThat(documents
                        .change("restoreDocument", id, "version: 2")
                        .at("/document/status")
                        .asText())
                .isEqualTo("READY");

        var admin = new DocumentMaker(client.api("admin"));
        var deleted = admin.change("deleteDocument", id, "version: 3");
        assertThat(deleted.path("problems")).isEmpty();
        assertThat(documents.document(id).isNull()).isTrue();
        assertThat(list("")).isEmpty();
        assertThat(list("deleted: true")).containsExactly(id);
        assertThat(documents
                        .change("restoreDocument", id, "version: 4")
                        .at("/document/id")
                        .asText())
                .isEqualTo(id);
        assertThat(list("")).containsExactly(id);
        assertThat(client.api("analyst")
                        .ask("mutation { deleteDocument(id: \"%s\", version: 5) { problems { code } } }".formatted(id))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void listsAreFilteredAndSeveralAreChangedAtOnce() {
        var one = documents
                .create(Map.of(
                        "title", "Ёлки", "content", "О ёлках", "category", "Trees", "reviewBy", "2020-01-01T00:00:00Z"))
                .at("/document/id")
                .asText();
        var other = documents
                .create(Map.of("title", "Pines", "content", "О ёлках", "tags", List.of("tree")))
                .at("/document/id")
                .asText();
        assertThat(list("search: \"елк\"")).containsExactly(one);
        assertThat(list("category: \"Trees\"")).containsExactly(one);
        assertThat(list("tag: \"tree\"")).containsExactly(other);
        assertThat(list("reviewPassed: true")).containsExactly(one);
        assertThat(list("reviewPassed: false")).containsExactly(other);
        assertThat(list("orderBy: CREATED_AT")).containsExactly(other, one);
        assertThat(documents
                        .document(other, "duplicateOf { id }")
                        .at("/duplicateOf/id")
                        .asText())
                .isEqualTo(one);

        var tagged = client.api("analyst")
                .data(
                        "mutation($ids: [ID!]!) { tagDocuments(ids: $ids, add: [\"new\"], remove: [\"tree\"]) { count problems { code } } }",
                        Map.of("ids", List.of(one, other, UUID.randomUUID().toString())))
                .path("tagDocuments");
        assertThat(tagged.path("count").asInt()).isEqualTo(2);
        assertThat(tagged.at("/problems/0/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(list("tag: \"new\"")).hasSize(2);
        var facets = client.api("viewer").data("{ documentFacets { categories { name count } tags { name count } } }");
        assertThat(facets.at("/documentFacets/tags/0/count").asInt()).isEqualTo(2);
        assertThat(facets.at("/documentFacets/categories/0/name").asText()).isEqualTo("Trees");
    }

    @Test
    void similarOnesAreOfTheSameClient() {
        var id = documents.ready("Prices", "A visit to the dentist costs sixty euros.");
        var near = documents.ready("Costs", "What a visit to the dentist costs: seventy euros.");
        documents.ready("Trees", "Pines grow in the north.");
        new DocumentMaker(new OwnClient(parley).api()).ready("Prices", "A visit to the dentist costs sixty euros.");

        var similar = documents.document(id, "duplicateOf { id } similarDocuments(first: 2) { score document { id } }");

        assertThat(similar.path("duplicateOf").isNull()).isTrue();
        assertThat(similar.path("similarDocuments")).hasSize(2);
        assertThat(similar.at("/similarDocuments/0/document/id").asText()).isEqualTo(near);
        assertThat(similar.at("/similarDocuments/0/score").asDouble())
                .isGreaterThan(similar.at("/similarDocuments/1/score").asDouble());
    }

    @Test
    void htmlIsReadAndPlacesPointIntoItsText() {
        var html = "<h1>Prices</h1><p>A visit costs <b>sixty</b> euros.</p><script>alert(1)</script>";
        var id = documents
                .create(Map.of("title", "Prices", "content", html, "contentType", "html"))
                .at("/document/id")
                .asText();
        documents.until(id, "READY");

        var found = documents.document(
                id, "content liveVersion { content text } chunks { nodes { headingPath text place { start end } } }");

        assertThat(found.path("content").asText()).isEqualTo(html);
        var text = found.at("/liveVersion/text").asText();
        assertThat(text).contains("sixty").doesNotContain("<", "alert");
        assertThat(found.at("/chunks/nodes/0/headingPath/0").asText()).isEqualTo("Prices");
        assertThat(text.substring(
                        found.at("/chunks/nodes/0/place/start").asInt(),
                        found.at("/chunks/nodes/0/place/end").asInt()))
                .contains("A visit costs");
    }

    private List<String> list(String arguments) {
        var query = arguments.isEmpty() ? "documents" : "documents(" + arguments + ")";
        return client.api("viewer")
                .data("{ " + query + " { nodes { id } } }")
                .at("/documents/nodes")
                .findValuesAsText("id");
    }
}
