package dev.parley.benchmark;

import dev.parley.sandbox.documents.DemoDocument;
import dev.parley.sandbox.documents.DemoDocuments;
import dev.parley.schema.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clients with knowledge bases of uneven size, the n-th with an n-th of the first one's chunks: texts of the words of the demo's
 * documents, common ones more often, and vectors that point anywhere.
 */
final class UnevenKnowledge {

    private static final int CHUNKS_OF_A_DOCUMENT = 10;
    private static final int WORDS_OF_A_CHUNK = 140;

    /** As often as the demo says them. */
    private static final List<String> WORDS = Stream.of("ru", "en")
            .flatMap(language -> DemoDocuments.in(language).stream())
            .map(DemoDocument::contents)
            .flatMap(contents -> Stream.of(contents.getLast().split("[^\\p{L}\\p{N}]+")))
            .filter(word -> !word.isEmpty())
            .toList();

    private static final String FILL =
            """
            with document as (
                insert into knowledge_documents (client_id, title, content, source, content_hash, live_number, embedding_model,
                       chunked_with, embedding, processing)
                values (?, 'Document', '', 'text', 'h', 1, 'offline-1', 'x', array_fill(0.1, array[1536])::extensions.vector,
                       'ready')
                returning client_id, id),
            version as (
                insert into knowledge_document_versions (client_id, document_id, number, content, content_type, content_hash)
                select client_id, id, 1, '', 'text', 'h' from document)
            insert into knowledge_chunks (client_id, document_id, position, version_number, place_start, place_end, heading_path,
                   text, content_hash, embedding)
            select client_id, id, n - 1, 1, 0, 1, '{}', text, 'h',
                   extensions.l2_normalize((select array_agg(random() - 0.5 + 0 * n) from generate_series(1, 1536))::extensions.halfvec)
              from document, unnest(?::text[]) with ordinality as chunk (text, n)""";

    private UnevenKnowledge() {}

    /** Together about so many, the largest first. */
    static int[] sizes(int clients, int chunks) {
        double shares =
                IntStream.rangeClosed(1, clients).mapToDouble(n -> 1.0 / n).sum();
        return IntStream.rangeClosed(1, clients)
                .map(n -> (int) (chunks / shares / n))
                .toArray();
    }

    static void fill(TestDatabase database, List<Feed> clients, int[] sizes) throws SQLException {
        var random = new Random(5);
        try (var connection = database.connect();
                var insert = connection.prepareStatement(FILL)) {
            for (int client = 0; client < sizes.length; client++) {
                for (int left = sizes[client]; left > 0; left -= CHUNKS_OF_A_DOCUMENT) {
                    var texts = Stream.generate(() -> words(random, WORDS_OF_A_CHUNK))
                            .limit(Math.min(left, CHUNKS_OF_A_DOCUMENT))
                            .toArray();
                    insert.setObject(1, clients.get(client).clientId());
                    insert.setArray(2, connection.createArrayOf("text", texts));
                    insert.execute();
                }
            }
            connection.createStatement().execute("analyze");
        }
    }

    /** A client, the larger the more often. */
    static int draw(int[] sizes, Random random) {
        int at = random.nextInt(IntStream.of(sizes).sum());
        int client = 0;
        while (at >= sizes[client]) {
            at -= sizes[client];
            client++;
        }
        return client;
    }

    /** Three to eight words. */
    static String question(Random random) {
        return words(random, random.nextInt(3, 9));
    }

    private static String words(Random random, int count) {
        return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(count)
                .reduce((one, next) -> one + " " + next)
                .orElseThrow();
    }
}
