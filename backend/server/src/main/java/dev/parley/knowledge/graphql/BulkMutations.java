package dev.parley.knowledge.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Cost;
import dev.parley.graphql.Ids;
import dev.parley.graphql.Operation;
import dev.parley.knowledge.DocumentProblem;
import dev.parley.knowledge.Documents;
import dev.parley.persistence.Transaction;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Documents over GraphQL: what can be done with several at once, whatever their versions are. */
@GraphQLApi
@ApplicationScoped
public class BulkMutations {

    private static final int MOST = 100;
    private static final String IDS = "Their ids in Parley, 100 at most.";

    /** What is done with each. */
    @FunctionalInterface
    private interface Step {
        Documents.Outcome of(Transaction transaction, UUID id) throws SQLException;
    }

    private final Documents documents;

    @Inject
    public BulkMutations(Documents documents) {
        this.documents = documents;
    }

    @Cost(100)
    @Mutation("archiveDocuments")
    @RequiresRole(Role.ANALYST)
    @Description("Archives several documents.")
    public DocumentsPayload archiveDocuments(
            @Name("ids") @Id @NonNull @Description(IDS) List<String> ids, DataFetchingEnvironment env) {
        return all(ids, env, (transaction, id) -> documents.archive(transaction, id, null));
    }

    @Cost(100)
    @Mutation("restoreDocuments")
    @RequiresRole(Role.ANALYST)
    @Description("Brings several documents back that were archived, or deleted within 30 days.")
    public DocumentsPayload restoreDocuments(
            @Name("ids") @Id @NonNull @Description(IDS) List<String> ids, DataFetchingEnvironment env) {
        return all(ids, env, (transaction, id) -> documents.restore(transaction, id, null));
    }

    @Cost(100)
    @Mutation("deleteDocuments")
    @RequiresRole(Role.ADMIN)
    @Description("Deletes several documents; until 30 days later restoreDocuments brings them back.")
    public DocumentsPayload deleteDocuments(
            @Name("ids") @Id @NonNull @Description(IDS) List<String> ids, DataFetchingEnvironment env) {
        return all(ids, env, (transaction, id) -> documents.delete(transaction, id, null));
    }

    @Cost(100)
    @Mutation("tagDocuments")
    @RequiresRole(Role.ANALYST)
    @Description("Adds tags to several documents and removes others.")
    public DocumentsPayload tagDocuments(
            @Name("ids") @Id @NonNull @Description(IDS) List<String> ids,
            @Name("add") @Description("Tags to add.") List<String> add,
            @Name("remove") @Description("Tags to remove.") List<String> remove,
            DataFetchingEnvironment env) {
        return all(ids, env, (transaction, id) -> documents.tag(transaction, id, list(add), list(remove)));
    }

    private static List<String> list(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    /** In the order of their ids, so that two who change the same never wait for each other. */
    private static DocumentsPayload all(List<String> ids, DataFetchingEnvironment env, Step step) {
        if (ids.size() > MOST) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"ids\": " + MOST + " at most");
        }
        var unique = new TreeSet<UUID>();
        for (var id : ids) {
            var uuid = Ids.parse(id);
            if (uuid.isEmpty()) {
                return new DocumentsPayload(0, List.of(DocumentProblem.notFound("id")));
            }
            unique.add(uuid.get());
        }
        return Operation.of(env).read(transaction -> {
            int done = 0;
            var problems = new LinkedHashSet<DocumentProblem>();
            for (var id : unique) {
                var outcome = step.of(transaction, id);
                done += outcome.problems().isEmpty() ? 1 : 0;
                problems.addAll(outcome.problems());
            }
            return new DocumentsPayload(done, List.copyOf(problems));
        });
    }
}
