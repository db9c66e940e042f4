package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.FilterTabs;
import dev.parley.admin.loading.Background;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document in full. */
final class DocumentPage extends Detail<DocumentDetails> {

    /** How far a document is, no event tells. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Desk desk;
    private final String documentId;
    private final Map<PageState.Tab, Tab> tabs = new EnumMap<>(PageState.Tab.class);
    private final FilterTabs bar = new FilterTabs();
    private final Div notes = new Div();
    private final Div open = new Div();
    private final DocumentSide side;
    private final DocumentTools tools;
    private @Nullable DocumentDetails shown;
    private PageState state = PageState.START;
    private KnowledgeFilter list = KnowledgeFilter.of(QueryParameters.empty());
    private boolean watching;

    DocumentPage(Desk desk, String id, Runnable close) {
        super(id, close);
        this.desk = desk;
        documentId = id;
        side = new DocumentSide(desk);
        tools = new DocumentTools(desk, this::load);
        addClassName("document");
        for (var tab : PageState.Tab.values()) {
            tabs.put(tab, new Tab(text(tab)));
            bar.add(tabs.get(tab));
        }
        bar.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                choose(event.getSelectedTab());
            }
        });
        notes.addClassName("document-notes");
        open.addClassName("document-open");
    }

    @Override
    protected Optional<DocumentDetails> find(String id) {
        return desk.documents().find(desk.api(), id);
    }

    @Override
    protected void entered(QueryParameters parameters) {
        list = KnowledgeFilter.of(parameters);
        state = PageState.of(parameters);
        bar.setSelectedTab(tabs.get(state.tab()));
        if (shown != null) {
            showTab(shown);
        }
    }

    @Override
    protected void show(DocumentDetails document, @Nullable DocumentDetails before) {
        shown = document;
        watch(document);
        if (document.equals(before)) {
            return;
        }
        header().title(document.title());
        header().line(
                        document.category() == null ? "" : document.category(),
                        document.language() == null ? "" : desk.formats().language(document.language()),
                        text("knowledge.changedAt", desk.formats().shortTime(document.updatedAt())));
        header().tools(document.status().tag(), tools);
        tools.show(document);
        notes.removeAll();
        notes.add(DocumentNotes.of(document, desk, tools::retry));
        side.show(document, list);
        if (before == null) {
            var reading = new Div(bar, open);
            reading.addClassName("document-reading");
            var columns = new Div(reading, side);
            columns.addClassName("document-columns");
            content().removeAll();
            content().add(notes, columns);
        }
        showTab(document);
    }

    private void showTab(DocumentDetails document) {
        open.removeAll();
        open.add(
                switch (state.tab()) {
                    case TEXT -> new TextTab(desk, document, state, list);
                    case PASSAGES -> new PassagesTab(desk, document, list);
                    case VERSIONS -> new VersionsTab(desk, document, state, list, this::load);
                });
    }

    private void choose(@Nullable Tab chosen) {
        Stream.of(PageState.Tab.values())
                .filter(tab -> tabs.get(tab) == chosen)
                .findFirst()
                .ifPresent(tab -> UI.getCurrent()
                        .navigate(desk.page(documentId), PageState.on(tab).beside(list)));
    }

    private void watch(DocumentDetails document) {
        if (document.status() == DocumentStatus.PROCESSING && !watching && isAttached()) {
            watching = true;
            Background.later(this, LOOK_AGAIN, () -> {
                watching = false;
                load();
            });
        }
    }
}
