package dev.parley.knowledge;

import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A document with two versions, chunks and a tag. */
final class DocumentFixture implements FeatureFixture {

    @Override
    public Rows make(Parley parley, OwnClient client) {
        var documents = new DocumentMaker(client.api("analyst"));
        var id = documents.ready("Prices of " + client.id(), "A visit costs sixty euros.");
        documents.update(id, 1, Map.of("content", "A visit costs seventy euros.", "tags", List.of("prices")));
        documents.untilLive(id, 2);
        var arguments = new HashMap<String, String>();
        arguments.put("document", "(id: \"%s\")".formatted(id));
        arguments.put("documentDiff", "(id: \"%s\", from: 1, to: 2)".formatted(id));
        arguments.put("documentEvents", "(after: \"0\")");
        // Blank texts, old versions and no ids: who may do it gets the problem, nothing changes.
        arguments.put("createDocument", "(input: {title: \" \", content: \" \"})");
        arguments.put("updateDocument", "(id: \"%s\", version: 0, input: {})".formatted(id));
        arguments.put("restoreDocumentVersion", "(id: \"%s\", version: 0, number: 1)".formatted(id));
        for (var change : List.of("archiveDocument", "restoreDocument", "deleteDocument")) {
            arguments.put(change, "(id: \"%s\", version: 0)".formatted(id));
        }
        arguments.put("retryDocument", "(id: \"%s\")".formatted(id));
        for (var change : List.of("archiveDocuments", "restoreDocuments", "deleteDocuments", "tagDocuments")) {
            arguments.put(change, "(ids: [])");
        }
        return new Rows(arguments, List.of(id));
    }
}
