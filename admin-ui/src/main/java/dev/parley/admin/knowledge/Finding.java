package dev.parley.admin.knowledge;

import dev.parley.admin.clients.Api;
import dev.parley.admin.lists.ListSource;
import dev.parley.admin.lists.Page;
import dev.parley.admin.live.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The documents of a list, or the passages that answer what is typed there. */
final class Finding implements ListSource<KnowledgeRow, KnowledgeFilter> {

    /**
     * What came of asking.
     *
     * @param processing whether one of the documents is not done yet
     * @param degraded what a search had to do without
     */
    record News(boolean processing, List<String> degraded) {}

    private final Documents documents;
    private final Clock clock;
    private final Consumer<News> listener;

    /** @param listener is not called on the page's thread */
    Finding(Documents documents, Clock clock, Consumer<News> listener) {
        this.documents = documents;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Page<KnowledgeRow> list(Api api, KnowledgeFilter filter, int offset, int first) {
        if (filter.isSearch()) {
            var found = documents.search(api, filter);
            var best = found.hits().stream().mapToDouble(Hit::score).max().orElse(1);
            var rows = found.hits().stream()
                    .filter(hit -> filter.finds(hit, clock.instant()))
                    .map(hit -> KnowledgeRow.of(hit, best))
                    .toList();
            tell(rows, found.degraded());
            return new Page<>(rows, rows.size(), true);
        }
        var page = documents.list(api, filter, offset, first);
        tell(page.nodes(), List.of());
        return page;
    }

    private void tell(List<KnowledgeRow> rows, List<String> degraded) {
        boolean processing = rows.stream().anyMatch(row -> row.document().status() == DocumentStatus.PROCESSING);
        listener.accept(new News(processing, degraded));
    }

    @Override
    public Optional<Channel> events() {
        return documents.events();
    }

    @Override
    public Optional<KnowledgeRow> row(JsonNode event) {
        return documents.row(event);
    }
}
