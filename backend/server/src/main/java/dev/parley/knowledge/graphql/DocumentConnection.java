package dev.parley.knowledge.graphql;

import dev.parley.graphql.Connection;
import dev.parley.graphql.Cost;
import dev.parley.knowledge.DocumentOrder;
import dev.parley.persistence.Page;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A page of documents. */
@Type("DocumentConnection")
@Description("A page of documents.")
public final class DocumentConnection extends Connection<DocumentType> {

    private final DocumentOrder order;

    DocumentConnection(Page<DocumentType> page, DocumentOrder order, IntSupplier count) {
        super(page, document -> document.cursor(order), count);
        this.order = order;
    }

    @Description("The items of this page.")
    public List<DocumentType> getNodes() {
        return items();
    }

    @Cost(0)
    @Description("The items of this page with their cursors.")
    public List<DocumentEdge> getEdges() {
        return items().stream()
                .map(item -> new DocumentEdge(item, item.cursor(order)))
                .toList();
    }
}
