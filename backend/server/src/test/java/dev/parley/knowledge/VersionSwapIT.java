package dev.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whoever reads while a document changes sees one version, whole. */
class VersionSwapIT {

    private static final int UPDATES = 12;
    private static final int PARTS = 5;

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final DocumentMaker documents = new DocumentMaker(client.api("analyst"));

    @Test
    void readersSeeOneVersionWhole() throws Exception {
        var id = documents.ready("Parts", text(0));
        var over = new AtomicBoolean();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = readers.submit(() -> {
                int answers = 0;
                while (!over.get()) {
                    var seen = parley.sql(
                            "select count(*) || ' ' || count(distinct version_number) from knowledge_chunks"
                                    + " where client_id = ? and document_id = ?::uuid",
                            client.id(),
                            id);
                    assertThat(seen).isEqualTo(PARTS + " 1");
                    answers++;
                }
                return answers;
            });
            try {
                for (int i = 1; i <= UPDATES; i++) {
                    documents.update(id, i, Map.of("content", text(i)));
                }
                documents.untilLive(id, UPDATES + 1);
            } finally {
                over.set(true);
            }
            assertThat(reading.get()).isPositive();
        }
        assertThat(documents.document(id).path("status").asText()).isEqualTo("READY");
        assertThat(documents.document(id).path("version").asInt()).isEqualTo(UPDATES + 1);
    }

    private static String text(int version) {
        var text = new StringBuilder();
        for (int i = 0; i < PARTS; i++) {
            text.append("# Part ")
                    .append(i)
                    .append("\n\nVersion ")
                    .append(version)
                    .append(" says it.\n\n");
        }
        return text.toString();
    }
}
