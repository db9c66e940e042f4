package dev.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.jobs.JobsHere;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.sandbox.elevenlabs.Fault;
import dev.parley.sandbox.elevenlabs.FaultKind;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What processing asks of the embedding service, and what comes of it when that refuses. */
class ProcessingIT {

    private static final String TEXT = "# One\n\nThe first part.\n\n# Two\n\nThe second part.\n";
    private static final String REFRESH = "document-refresh";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final DocumentMaker documents = new DocumentMaker(client.api("analyst"));

    @AfterEach
    void end() {
        parley.sandbox().faults().clear();
    }

    @Test
    void anotherModelAndOtherSizesMakeChunksAnew() {
        var id = documents.ready("Parts", TEXT);
        parley.execute("update knowledge_documents set embedding_model = 'of-old' where id = '%s'".formatted(id));

        JobsHere.run(REFRESH, client.id());
        await().until(() -> model(id).startsWith("offline"));
        assertThat(documents.document(id).path("version").asInt()).isEqualTo(1);
        assertThat(documents.document(id).path("status").asText()).isEqualTo("READY");

        client.api("admin")
                .data(
                        "mutation { updateClient(version: 1, input: {chunkCharacters: 300, chunkOverlap: 0}) { problems { code } } }");
        JobsHere.run(REFRESH, client.id());
        await().until(() -> parley.sql("select chunked_with from knowledge_documents where id = ?::uuid", id)
                .endsWith("/300/0"));
    }

    @Test
    void whatIsRefusedLeavesTheLiveVersionAlone() {
        giveKey();
        var id = documents.ready("Parts", TEXT);
        parley.sandbox().faults().add(Fault.of(FaultKind.QUOTA_EXCEEDED).on("/v1/embeddings"));

        documents.update(id, 1, Map.of("content", TEXT.replace("second", "last")));

        var failed = documents.until(id, "FAILED");
        assertThat(failed.path("failure").asText()).isEqualTo("EMBEDDINGS_REFUSED");
        assertThat(failed.path("liveVersionNumber").asInt()).isEqualTo(1);
        var chunks = documents.document(id, "chunks { nodes { text versionNumber } }");
        assertThat(chunks.toString()).contains("The second part").doesNotContain("The last part");

        documents.change("retryDocument", id, "");
        documents.untilLive(id, 2);
    }

    @Test
    void onlyWhatChangedIsPaidFor() {
        giveKey();
        var id = documents.ready("Parts", TEXT);
        await().until(() -> tokens() > 0);
        int both = tokens();

        documents.update(id, 1, Map.of("content", TEXT.replace("second", "other")));
        documents.untilLive(id, 2);

        await().until(() -> tokens() > both);
        assertThat(tokens() - both).isEqualTo(both / 2);
    }

    private int tokens() {
        return Integer.parseInt(parley.sql(
                "select coalesce(sum(tokens), 0)::int from api_logs where client_id = ? and service_name = 'openai'",
                client.id()));
    }

    private String model(String id) {
        return documents.document(id, "embeddingModel").path("embeddingModel").asText();
    }

    private void giveKey() {
        var persistence = CDI.current().select(Persistence.class).get();
        var credentials = CDI.current().select(Credentials.class).get();
        persistence.inClient(Context.jobs(client.id()), Mode.WRITE, transaction -> {
            credentials.add(transaction, CredentialKind.OPENAI_API_KEY, "sk-own");
            return null;
        });
    }
}
