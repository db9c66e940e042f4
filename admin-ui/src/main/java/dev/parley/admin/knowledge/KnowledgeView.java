package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.loading.Background;
import dev.parley.admin.shell.MainLayout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client's documents, and the search in them. */
@Route(value = "c/:clientId/knowledge", layout = MainLayout.class)
public class KnowledgeView extends ListView<KnowledgeRow, KnowledgeFilter> {

    /** How far documents are, no event tells. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final Documents documents;
    private final DocumentChanges changes;
    private final KnowledgeParts parts;
    private final Div degraded = new Div(text("knowledge.degraded"));
    private final Uploads uploads = new Uploads();
    private @Nullable Desk desk;
    private boolean lookingAgain;

    public KnowledgeView(Surroundings surroundings, Documents documents, DocumentChanges changes) {
        this(surroundings, documents, changes, new KnowledgeParts(surroundings, documents));
    }

    private KnowledgeView(
            Surroundings surroundings, Documents documents, DocumentChanges changes, KnowledgeParts parts) {
        super(
                surroundings,
                KnowledgeFeature.ENTRY,
                parts.finding(),
                parts.bar(),
                parts.grid().live());
        this.surroundings = surroundings;
        this.documents = documents;
        this.changes = changes;
        this.parts = parts;
        var ui = UI.getCurrent();
        parts.onNews(news -> Background.show(ui, this, () -> show(news)));
        parts.onCreate(this::create);
        parts.onRetry(this::retry);
        degraded.addClassNames("note", "note-info", "degraded");
        degraded.getElement().setAttribute("role", "status");
        degraded.setVisible(false);
        getContent().above(parts.chosen());
        getContent().above(degraded);
        getContent().above(uploads);
    }

    @Override
    protected void arrived(Workplace workplace) {
        var here = new Desk(workplace, documents, changes, surroundings.formats());
        desk = here;
        parts.use(new Filing(here, new Changing(this::refreshRows)));
        uploads.use(here);
        Background.run(UI.getCurrent(), () -> documents.facets(here.api()), parts.bar()::offer, refusal -> {});
    }

    /** A document has a page of its own; a passage is shown there. */
    @Override
    protected void open(String key) {
        go(
                "/" + KnowledgeRow.documentId(key),
                KnowledgeRow.target(key).beside(parts.bar().filter()));
    }

    private void show(Finding.News news) {
        degraded.setVisible(!news.degraded().isEmpty());
        if (news.processing() && !lookingAgain) {
            lookingAgain = true;
            Background.later(this, LOOK_AGAIN, () -> {
                lookingAgain = false;
                refreshRows();
            });
        }
    }

    private void create() {
        if (desk != null) {
            new NewDialog(desk, parts.bar().facets()).open();
        }
    }

    private void retry(String id) {
        if (desk != null) {
            var here = desk;
            new Changing(this::refreshRows).now(() -> here.changes().retry(here.api(), id));
        }
    }
}
