package dev.parley.admin.knowledge;

import dev.parley.admin.lists.Surroundings;
import java.util.function.Consumer;

/** What the page of all documents is made of, before it is one. */
final class KnowledgeParts {

    private final Chosen chosen;
    private final KnowledgeGrid grid;
    private final KnowledgeBar bar;
    private final Finding finding;
    private volatile Consumer<Finding.News> news = unused -> {};
    private Consumer<String> retry = id -> {};
    private Runnable create = () -> {};

    KnowledgeParts(Surroundings surroundings, Documents documents) {
        chosen = new Chosen(this::showTicks);
        grid = new KnowledgeGrid(surroundings.formats(), chosen, id -> retry.accept(id));
        bar = new KnowledgeBar(filter -> grid.searching(filter.isSearch()), () -> create.run());
        finding = new Finding(documents, surroundings.clock(), told -> news.accept(told));
    }

    Chosen chosen() {
        return chosen;
    }

    KnowledgeGrid grid() {
        return grid;
    }

    KnowledgeBar bar() {
        return bar;
    }

    Finding finding() {
        return finding;
    }

    void onNews(Consumer<Finding.News> action) {
        news = action;
    }

    void onRetry(Consumer<String> action) {
        retry = action;
    }

    void onCreate(Runnable action) {
        create = action;
    }

    /** For those who may change documents. */
    void use(Filing filing) {
        chosen.use(filing, filing.desk().mayDelete());
        grid.mayEdit(filing.desk().mayEdit());
        bar.mayCreate(filing.desk().mayEdit());
    }

    private void showTicks() {
        grid.live().grid().getDataProvider().refreshAll();
    }
}
