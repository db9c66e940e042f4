package dev.parley.knowledge.graphql;

import dev.parley.graphql.Cost;
import dev.parley.graphql.Ids;
import dev.parley.graphql.Operation;
import dev.parley.graphql.Upload;
import dev.parley.knowledge.DocumentProblem;
import dev.parley.knowledge.Documents;
import dev.parley.persistence.Transaction;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Documents over GraphQL: what can be done with one. */
@GraphQLApi
@ApplicationScoped
public class DocumentMutations {

    private static final String ID = "Its id in Parley.";
    private static final String VERSION = "The version you saw.";

    /** A change of a document that the client may have. */
    @FunctionalInterface
    private interface ChangeOne {
        Documents.Outcome of(Transaction transaction, UUID id) throws SQLException;
    }

    private final Documents documents;

    @Inject
    public DocumentMutations(Documents documents) {
        this.documents = documents;
    }

    @Cost(10)
    @Mutation("createDocument")
    @RequiresRole(Role.ANALYST)
    @Description("Adds a document. It is found once it has been processed, in the background: see its status.")
    public DocumentPayload createDocument(
            @Name("input") @NonNull @Description("The document.") NewDocument input, DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        var edit = GivenDocument.of(operation.given());
        return payload(operation, operation.read(transaction -> documents.create(transaction, edit, by(operation))));
    }

    @Cost(10)
    @Mutation("uploadDocument")
    @RequiresRole(Role.ANALYST)
    @Description(
            "Adds a document from a file (PDF, DOCX, XLSX, PPTX, HTML, Markdown, text, CSV, RTF, EPUB), which is sent by"
                    + " the GraphQL multipart request specification; by default 25 MiB at most. It is read in the background: what is"
                    + " wrong with it, the document's failure tells.")
    public DocumentPayload uploadDocument(
            @Name("file") @NonNull @Description("The file.") Upload file,
            @Name("input") @NonNull @Description("What is said of it.") UploadedDocument input,
            DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        var given = (Upload) operation.given().get("file");
        var edit = GivenDocument.of(operation.given());
        var uploaded = new Documents.File(given.name(), given.path(), given.sha256());
        return payload(
                operation, operation.read(transaction -> documents.upload(transaction, uploaded, edit, by(operation))));
    }

    @Cost(10)
    @Mutation("updateDocument")
    @RequiresRole(Role.ANALYST)
    @Description(
            "Changes a document. A field left out stays; null clears it, where it can be cleared. The version that is"
                    + " live stays so until a new one has been processed.")
    public DocumentPayload updateDocument(
            @Name("id") @Id @NonNull @Description(ID) String id,
            @Name("version") @NonNull @Description(VERSION) Integer version,
            @Name("input") @NonNull @Description("What to change.") DocumentChanges input,
            DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        var edit = GivenDocument.of(operation.given());
        return changed(
                operation,
                id,
                (transaction, uuid) -> documents.update(transaction, uuid, version, edit, by(operation)));
    }

    @Cost(10)
    @Mutation("restoreDocumentVersion")
    @RequiresRole(Role.ANALYST)
    @Description("Makes the content of an earlier version the newest one.")
    public DocumentPayload restoreDocumentVersion(
            @Name("id") @Id @NonNull @Description(ID) String id,
            @Name("version") @NonNull @Description(VERSION) Integer version,
            @Name("number") @NonNull @Description("The number of the earlier version.") Integer number,
            DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        return changed(
                operation,
                id,
                (transaction, uuid) -> documents.restoreVersion(transaction, uuid, version, number, by(operation)));
    }

    @Cost(10)
    @Mutation("archiveDocument")
    @RequiresRole(Role.ANALYST)
    @Description("Puts a document away: it is kept, but not found.")
    public DocumentPayload archiveDocument(
            @Name("id") @Id @NonNull @Description(ID) String id,
            @Name("version") @NonNull @Description(VERSION) Integer version,
            DataFetchingEnvironment env) {
        return changed(
                Operation.of(env),
                id,
                (transaction, uuid) -> documents.archive(transaction, uuid, version.longValue()));
    }

    @Cost(10)
    @Mutation("restoreDocument")
    @RequiresRole(Role.ANALYST)
    @Description("Brings a document back that was archived, or deleted within 30 days.")
    public DocumentPayload restoreDocument(
            @Name("id") @Id @NonNull @Description(ID) String id,
            @Name("version") @NonNull @Description(VERSION) Integer version,
            DataFetchingEnvironment env) {
        return changed(
                Operation.of(env),
                id,
                (transaction, uuid) -> documents.restore(transaction, uuid, version.longValue()));
    }

    @Cost(10)
    @Mutation("deleteDocument")
    @RequiresRole(Role.ADMIN)
    @Description(
            "Deletes a document with all its versions: at once nobody finds it, after 30 days it is gone for good. Until"
                    + " then restoreDocument brings it back.")
    public DocumentPayload deleteDocument(
            @Name("id") @Id @NonNull @Description(ID) String id,
            @Name("version") @NonNull @Description(VERSION) Integer version,
            DataFetchingEnvironment env) {
        return changed(
                Operation.of(env), id, (transaction, uuid) -> documents.delete(transaction, uuid, version.longValue()));
    }

    @Cost(10)
    @Mutation("retryDocument")
    @RequiresRole(Role.ANALYST)
    @Description("Processes a document anew that failed.")
    public DocumentPayload retryDocument(
            @Name("id") @Id @NonNull @Description(ID) String id, DataFetchingEnvironment env) {
        return changed(Operation.of(env), id, documents::retry);
    }

    private DocumentPayload changed(Operation operation, String id, ChangeOne change) {
        var uuid = Ids.parse(id);
        return uuid.isEmpty()
                ? DocumentPayload.refused(DocumentProblem.notFound("id"))
                : payload(operation, operation.read(transaction -> change.of(transaction, uuid.get())));
    }

    private DocumentPayload payload(Operation operation, Documents.Outcome outcome) {
        var id = outcome.id();
        return new DocumentPayload(
                id == null ? null : DocumentType.of(documents.find(operation.transaction(), id)), outcome.problems());
    }

    private static @Nullable String by(Operation operation) {
        return operation.caller().identity().label();
    }
}
