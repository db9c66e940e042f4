package dev.parley.knowledge.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Cost;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.knowledge.Documents;
import dev.parley.knowledge.search.Hit;
import dev.parley.knowledge.search.KnowledgeSearch;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Search in the knowledge base over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class KnowledgeSearchApi {

    private final KnowledgeSearch search;
    private final Documents documents;

    @Inject
    public KnowledgeSearchApi(KnowledgeSearch search, Documents documents) {
        this.search = search;
        this.documents = documents;
    }

    @Cost(100)
    @ListSize(by = "first", of = "hits")
    @Query("searchKnowledge")
    @RequiresRole(Role.VIEWER)
    @NonNull
    @Description("The passages that answer a question best, by words and by meaning. Searched are the live versions of"
            + " documents that are neither archived nor deleted.")
    public KnowledgeSearchType searchKnowledge(
            @Name("query")
                    @NonNull
                    @Description(
                            "As people say or type it, Russian or English, at most 1000 characters. Other forms of its words,"
                                    + " typing errors, beginnings of words and Latin for Cyrillic letters are found, too.")
                    String query,
            @Name("first") @DefaultValue("10") @Description("At most so many, 1 to 50.") Integer first,
            @Name("filter") @Description("Only in these documents.") KnowledgeFilter filter,
            DataFetchingEnvironment env) {
        int most = first == null ? 10 : first;
        if (most < 1 || most > KnowledgeSearch.MOST_HITS) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "\"first\" is between 1 and " + KnowledgeSearch.MOST_HITS);
        }
        var where = KnowledgeFilter.chosen(filter);
        var operation = Operation.of(env);
        var clientId = operation.caller().inClient().clientId();
        var question = operation.apart(() -> search.question(clientId, query));
        var hits = operation.read(transaction -> search.hits(transaction, question, where, most));
        var found = documents.byId(
                operation.transaction(),
                hits.stream().map(Hit::documentId).distinct().toList());
        return new KnowledgeSearchType(
                hits.stream()
                        .filter(hit -> found.containsKey(hit.documentId())) // not deleted in this very moment
                        .map(hit -> new KnowledgeHitType(hit, new DocumentType(found.get(hit.documentId()))))
                        .toList(),
                question.missing());
    }
}
