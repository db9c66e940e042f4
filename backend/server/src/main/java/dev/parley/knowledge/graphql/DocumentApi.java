package dev.parley.knowledge.graphql;

import dev.parley.graphql.Cost;
import dev.parley.graphql.Ids;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentFilter;
import dev.parley.knowledge.DocumentOrder;
import dev.parley.knowledge.DocumentStatus;
import dev.parley.knowledge.Documents;
import dev.parley.knowledge.LineDiff;
import dev.parley.persistence.Page;
import dev.parley.persistence.Slice;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Documents over GraphQL: what can be read. */
@GraphQLApi
@ApplicationScoped
public class DocumentApi {

    private final Documents documents;
    private final LineDiff diff;

    @Inject
    public DocumentApi(Documents documents, LineDiff diff) {
        this.documents = documents;
        this.diff = diff;
    }

    @Query("document")
    @RequiresRole(Role.VIEWER)
    @Description("A document, or null when the client has none with this id.")
    public @Nullable DocumentType document(
            @Name("id") @Id @NonNull @Description("Its id in Parley.") String id, DataFetchingEnvironment env) {
        return DocumentType.of(
                Ids.parse(id).flatMap(uuid -> documents.find(Operation.of(env).transaction(), uuid)));
    }

    @ListSize(
            by = "first",
            of = {"nodes", "edges"})
    @Query("documents")
    @RequiresRole(Role.VIEWER)
    @Description("Documents.")
    public DocumentConnection documents(
            @Cost(50)
                    @Name("search")
                    @Description(
                            "Words, or parts of words, that all occur in its title, category or file name. At most 200"
                                    + " characters. What documents say, searchKnowledge finds.")
                    String search,
            @Name("status") @Description("One of these statuses.") List<DocumentStatus> status,
            @Name("category") @Description("Filed there.") String category,
            @Name("tag") @Description("With this tag.") String tag,
            @Name("reviewPassed") @Description("Whether the time to look at it again has come.") Boolean reviewPassed,
            @Name("deleted")
                    @DefaultValue("false")
                    @Description("Those that were deleted within 30 days, instead of all others.")
                    Boolean deleted,
            @Name("first") @DefaultValue("50") @Description("Page size, 1 to 200.") Integer first,
            @Name("after") @Description("Cursor of the last item of the page before, in the same order.") String after,
            @Cost(10) @Name("offset") @Description("Items to skip, for grids; not together with after.") Integer offset,
            @Name("orderBy") @Description("How they are sorted: one of these; by default as UPDATED_AT.")
                    List<DocumentOrder> orderBy,
            DataFetchingEnvironment env) {
        var transaction = Operation.of(env).transaction();
        var statuses = status == null || status.isEmpty()
                ? null
                : status.stream().distinct().map(DocumentStatus::stored).toList();
        var order = orderBy == null || orderBy.isEmpty() ? DocumentOrder.UPDATED_AT : orderBy.getFirst();
        var list = documents.list(
                new DocumentFilter(search, statuses, category, tag, reviewPassed, Boolean.TRUE.equals(deleted)), order);
        var page = list.page(transaction, Slice.of(first, after, offset));
        return new DocumentConnection(shown(page), order, () -> list.count(transaction));
    }

    private static Page<DocumentType> shown(Page<Document> page) {
        return new Page<>(page.items().stream().map(DocumentType::new).toList(), page.hasNext(), page.hasPrevious());
    }

    @Cost(10)
    @Query("documentFacets")
    @RequiresRole(Role.VIEWER)
    @NonNull
    @Description("The categories and tags that the client's documents have.")
    public DocumentFacetsType documentFacets(DataFetchingEnvironment env) {
        return new DocumentFacetsType(Operation.of(env).read(documents::facets));
    }

    @Cost(50)
    @Query("documentDiff")
    @RequiresRole(Role.VIEWER)
    @Description(
            "What is different between two versions of a document; null when the client has no such document or the"
                    + " document no such versions.")
    public @Nullable DocumentDiffType documentDiff(
            @Name("id") @Id @NonNull @Description("The document's id in Parley.") String id,
            @Name("from") @NonNull @Description("The number of the version to begin with.") Integer from,
            @Name("to") @NonNull @Description("The number of the version to end with.") Integer to,
            DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        return Ids.parse(id)
                .filter(uuid -> documents.find(operation.transaction(), uuid).isPresent())
                .flatMap(uuid -> operation.read(transaction -> diff.between(transaction, uuid, from, to)))
                .map(DocumentDiffType::new)
                .orElse(null);
    }
}
