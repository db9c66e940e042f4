package dev.parley.knowledge.embeddings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts by the requests they fit in. */
final class Batches {

    /** A third of what OpenAI takes, so that a repeated request repeats little. */
    private static final int MOST_TOKENS = 100_000;

    private static final int MOST_TEXTS = 256;
    /** Less than a token has in English (4) and in Russian (about 5), so the estimate is high. */
    private static final int BYTES_OF_A_TOKEN = 3;

    private Batches() {}

    static List<List<String>> of(List<String> texts) {
        var batches = new ArrayList<List<String>>();
        var batch = new ArrayList<String>();
        int tokens = 0;
        for (var text : texts) {
            int more = tokens(text);
            if (!batch.isEmpty() && (batch.size() == MOST_TEXTS || tokens + more > MOST_TOKENS)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                tokens = 0;
            }
            batch.add(text);
            tokens += more;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    private static int tokens(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / BYTES_OF_A_TOKEN + 1;
    }
}
