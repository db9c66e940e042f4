package dev.parley.admin.knowledge;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.FileUpload;
import dev.parley.admin.graphql.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Documents, changed through the API. */
public final class DocumentChanges {

    private static final Document CREATE = document("createDocument.graphql");
    private static final Document UPLOAD = document("uploadDocument.graphql");
    private static final Document UPDATE = document("updateDocument.graphql");
    private static final Document RESTORE_VERSION = document("restoreDocumentVersion.graphql");
    private static final Document RETRY = document("retryDocument.graphql");
    private static final Document ARCHIVE = document("archiveDocuments.graphql");
    private static final Document RESTORE = document("restoreDocuments.graphql");
    private static final Document DELETE = document("deleteDocuments.graphql");
    private static final Document TAG = document("tagDocuments.graphql");

    /**
     * What came of a change.
     *
     * @param document null when something stood in the way, and where it was about several
     */
    record Outcome(@Nullable Id document, List<DocumentProblem> problems) {}

    /** A document. */
    record Id(String id) {}

    Outcome create(Api api, Map<String, ?> input) {
        return outcome(api, CREATE, "createDocument", Map.of("input", input));
    }

    /** Reads the file to its end; takes as long as whoever sends it. */
    Outcome upload(Api api, FileUpload file) {
        return read(api.upload(UPLOAD, Map.of("input", Map.of()), "file", file, JsonNode.class), "uploadDocument");
    }

    Outcome update(Api api, String id, int version, Map<String, ?> input) {
        return outcome(api, UPDATE, "updateDocument", Map.of("id", id, "version", version, "input", input));
    }

    Outcome restoreVersion(Api api, String id, int version, int number) {
        return outcome(
                api, RESTORE_VERSION, "restoreDocumentVersion", Map.of("id", id, "version", version, "number", number));
    }

    Outcome retry(Api api, String id) {
        return outcome(api, RETRY, "retryDocument", Map.of("id", id));
    }

    Outcome archive(Api api, Collection<String> ids) {
        return outcome(api, ARCHIVE, "archiveDocuments", Map.of("ids", ids));
    }

    /** Undoes archiving and deleting. */
    Outcome restore(Api api, Collection<String> ids) {
        return outcome(api, RESTORE, "restoreDocuments", Map.of("ids", ids));
    }

    Outcome delete(Api api, Collection<String> ids) {
        return outcome(api, DELETE, "deleteDocuments", Map.of("ids", ids));
    }

    Outcome tag(Api api, Collection<String> ids, List<String> add, List<String> remove) {
        return outcome(api, TAG, "tagDocuments", Map.of("ids", ids, "add", add, "remove", remove));
    }

    private static Outcome outcome(Api api, Document operation, String field, Map<String, ?> variables) {
        return read(api.execute(operation, variables, JsonNode.class), field);
    }

    private static Outcome read(JsonNode answer, String field) {
        return Json.MAPPER.treeToValue(answer.path(field), Outcome.class);
    }

    private static Document document(String file) {
        return Document.beside(DocumentChanges.class, file);
    }
}
