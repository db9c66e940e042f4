package dev.parley.admin.knowledge;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.DetailView;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.shell.MainLayout;
import tools.jackson.databind.JsonNode;

/** A document: what it says, what searches find of it, its versions, and what it is filed under. */
@Route(value = "c/:clientId/knowledge/:id", layout = MainLayout.class)
public class DocumentView extends DetailView {

    private final Documents documents;
    private final DocumentChanges changes;
    private final Formats formats;

    public DocumentView(Surroundings surroundings, Documents documents, DocumentChanges changes) {
        super(surroundings, KnowledgeFeature.ENTRY, Documents.EVENTS);
        this.documents = documents;
        this.changes = changes;
        formats = surroundings.formats();
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new DocumentPage(new Desk(workplace, documents, changes, formats), id, close);
    }

    @Override
    protected QueryParameters ofList(QueryParameters here) {
        return KnowledgeFilter.of(here).parameters();
    }

    /** What is deleted has only an event left, without a document. */
    @Override
    protected boolean isAbout(String id, JsonNode event) {
        return event.path("document").path("id").asString(id).equals(id);
    }
}
