package dev.parley.admin.knowledge;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.lists.ListSource;
import dev.parley.admin.lists.Page;
import dev.parley.admin.live.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Documents, asked from the API. */
public final class Documents implements ListSource<KnowledgeRow, KnowledgeFilter> {

    static final Channel EVENTS = new Channel("documentEvents", document("documentEvents.graphql"));

    /** The API gives no more. */
    private static final int MOST_HITS = 50;

    private static final Document LIST = document("documents.graphql");
    private static final Document SEARCH = document("searchKnowledge.graphql");
    private static final Document FACETS = document("documentFacets.graphql");
    private static final Document ONE = document("document.graphql");
    private static final Document TEXT = document("documentText.graphql");
    private static final Document CONTENT = document("documentContent.graphql");
    private static final Document CHUNKS = document("documentChunks.graphql");
    private static final Document VERSIONS = document("documentVersions.graphql");
    private static final Document DIFF = document("documentDiff.graphql");

    /** @param degraded what the search had to do without */
    record Found(List<Hit> hits, List<String> degraded) {}

    private record Searched(Found searchKnowledge) {}

    private record FacetsAnswer(Facets documentFacets) {}

    private record One(@Nullable DocumentDetails document) {}

    private record Compared(@Nullable Diff documentDiff) {}

    private record Versions(List<DocumentVersion> nodes) {}

    private record Texts(List<VersionText> nodes) {}

    @Override
    public Optional<Channel> events() {
        return Optional.of(EVENTS);
    }

    @Override
    public Optional<KnowledgeRow> row(JsonNode event) {
        return Json.read(event.path("document"), DocumentRow.class).map(KnowledgeRow::of);
    }

    @Override
    public Page<KnowledgeRow> list(Api api, KnowledgeFilter filter, int offset, int first) {
        var answer = api.execute(LIST, filter.variables(offset, first), JsonNode.class);
        var page = Page.of(answer.path("documents"), DocumentRow.class);
        return new Page<>(
                page.nodes().stream().map(KnowledgeRow::of).toList(), page.totalCount(), page.totalCountExact());
    }

    Found search(Api api, KnowledgeFilter filter) {
        return api.execute(
                        SEARCH,
                        Map.of("query", filter.search().words(), "filter", filter.where(), "first", MOST_HITS),
                        Searched.class)
                .searchKnowledge();
    }

    Facets facets(Api api) {
        return api.execute(FACETS, Map.of(), FacetsAnswer.class).documentFacets();
    }

    Optional<DocumentDetails> find(Api api, String id) {
        return Optional.ofNullable(api.execute(ONE, Map.of("id", id), One.class).document());
    }

    /** @param number of the version; empty when there is none such */
    Optional<VersionText> text(Api api, String id, int number) {
        // Versions go from the newest down: the first one below the next number.
        var variables = Map.of("id", id, "before", String.valueOf(number + 1));
        return Json.read(document(api, TEXT, variables).path("versions"), Texts.class).stream()
                .flatMap(page -> page.nodes().stream())
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /** What the newest version says, as it was given. */
    String content(Api api, String id) {
        return document(api, CONTENT, Map.of("id", id)).path("content").asString("");
    }

    /** @param after null: from the beginning */
    Optional<Chunks> chunks(Api api, String id, @Nullable String after) {
        var variables = new HashMap<String, Object>(Map.of("id", id));
        if (after != null) {
            variables.put("after", after);
        }
        return Json.read(document(api, CHUNKS, variables).path("chunks"), Chunks.class);
    }

    /** The newest first. */
    List<DocumentVersion> versions(Api api, String id) {
        return Json.read(document(api, VERSIONS, Map.of("id", id)).path("versions"), Versions.class)
                .map(Versions::nodes)
                .orElse(List.of());
    }

    Optional<Diff> diff(Api api, String id, int from, int to) {
        return Optional.ofNullable(api.execute(DIFF, Map.of("id", id, "from", from, "to", to), Compared.class)
                .documentDiff());
    }

    private static JsonNode document(Api api, Document operation, Map<String, ?> variables) {
        return api.execute(operation, variables, JsonNode.class).path("document");
    }

    private static Document document(String file) {
        return Document.beside(Documents.class, file);
    }
}
