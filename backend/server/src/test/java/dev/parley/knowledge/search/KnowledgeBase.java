package dev.parley.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.knowledge.DocumentMaker;
import dev.parley.sandbox.documents.DemoDocuments;
import dev.parley.testing.Api;
import dev.parley.testing.OwnClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A client's documents, and questions to them, over GraphQL. */
final class KnowledgeBase {

    static final String HIT =
            """
            passage highlights headingPath score parts { textRank textScore vectorRank similarity } \
            document { id title tags } versionNumber place""";

    private static final String SEARCH = "query ($query: String!, $first: Int, $filter: KnowledgeFilter) {"
            + " searchKnowledge(query: $query, first: $first, filter: $filter) { hits { " + HIT + " } degraded } }";

    private final OwnClient client;
    private final DocumentMaker documents;

    KnowledgeBase(OwnClient client) {
        this.client = client;
        this.documents = new DocumentMaker(client.api());
    }

    DocumentMaker documents() {
        return documents;
    }

    /** All of the demo's in a language, their newest versions. */
    static KnowledgeBase ofDemo(OwnClient client, String language) {
        var base = new KnowledgeBase(client);
        var all = DemoDocuments.in(language);
        for (var document : all) {
            var made = base.documents.create(Map.of(
                    "title", document.title(),
                    "content", document.contents().getLast(),
                    "contentType", "markdown",
                    "category", document.category(),
                    "tags", document.tags()));
            assertThat(made.path("problems")).isEmpty();
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> client.api()
                                .data("{ documents(status: READY, first: 1) { totalCount } }")
                                .at("/documents/totalCount")
                                .asInt()
                        == all.size());
        return base;
    }

    JsonNode search(String query) {
        return search(query, 10, null);
    }

    JsonNode search(String query, int first, Map<String, ?> filter) {
        return client.api("viewer")
                .data(SEARCH, variables(query, first, filter))
                .path("searchKnowledge");
    }

    Api.Answer ask(String query, int first, Map<String, ?> filter) {
        return client.api("viewer").ask(SEARCH, variables(query, first, filter));
    }

    List<String> titles(String query, Map<String, ?> filter) {
        return search(query, 10, filter).path("hits").findValuesAsText("title");
    }

    private static Map<String, ?> variables(String query, int first, Map<String, ?> filter) {
        var variables = new HashMap<String, Object>();
        variables.put("query", query);
        variables.put("first", first);
        variables.put("filter", filter);
        return variables;
    }
}
