package dev.parley.admin.knowledge;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.clients.Api;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Role;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;

/** What all parts of the pages about documents work with. */
record Desk(Workplace workplace, Documents documents, DocumentChanges changes, Formats formats) {

    Api api() {
        return workplace.api();
    }

    boolean mayEdit() {
        return workplace.mayEdit();
    }

    boolean mayDelete() {
        return workplace.client().role().includes(Role.ADMIN);
    }

    String list() {
        return Links.list(workplace.client().id(), KnowledgeFeature.ENTRY.name());
    }

    String page(String documentId) {
        return Links.one(workplace.client().id(), KnowledgeFeature.ENTRY.name(), documentId);
    }

    /** The address of a document's page, for links. */
    String link(String documentId, QueryParameters parameters) {
        var query = parameters.getQueryString();
        return page(documentId) + (query.isEmpty() ? "" : "?" + query);
    }
}
