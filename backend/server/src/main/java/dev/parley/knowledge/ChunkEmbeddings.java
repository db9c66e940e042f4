package dev.parley.knowledge;

import dev.parley.gateway.UpstreamException;
import dev.parley.knowledge.chunks.Chunk;
import dev.parley.knowledge.embeddings.Embedder;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.work.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Embeddings for the chunks of a version: only what was never embedded is asked for, and kept as it comes. */
@ApplicationScoped
class ChunkEmbeddings {

    /** After so many they are stored: what was paid for survives the process. */
    private static final int AT_ONCE = 256;

    private final Persistence persistence;
    private final Clock clock;

    @Inject
    ChunkEmbeddings(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.clock = clock;
    }

    /**
     * One for each chunk, in their order.
     *
     * @throws UpstreamException when the service does not give them
     */
    List<float[]> of(UUID clientId, UUID documentId, List<Chunk> chunks, Embedder embedder, Progress progress) {
        var texts = new LinkedHashMap<String, String>();
        chunks.forEach(chunk -> texts.put(chunk.contentHash(), chunk.embeddedText()));
        var model = embedder.model();
        var known = persistence.inClient(
                Context.jobs(clientId),
                Mode.WRITE,
                transaction -> EmbeddingCache.find(transaction, model, documentId, texts.keySet(), clock.instant()));
        var missing =
                texts.keySet().stream().filter(hash -> !known.containsKey(hash)).toList();
        progress.report(texts.size() - missing.size(), texts.size());
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            var hashes = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            known.putAll(embedded(clientId, hashes, texts, embedder));
            progress.report(texts.size() - missing.size() + from + hashes.size(), texts.size());
        }
        return chunks.stream().map(chunk -> known.get(chunk.contentHash())).toList();
    }

    private Map<String, float[]> embedded(
            UUID clientId, List<String> hashes, Map<String, String> texts, Embedder embedder) {
        var vectors = embedder.embed(hashes.stream().map(texts::get).toList());
        persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            EmbeddingCache.add(transaction, embedder.model(), hashes, vectors, clock.instant());
            return null;
        });
        var found = new LinkedHashMap<String, float[]>();
        for (int i = 0; i < hashes.size(); i++) {
            found.put(hashes.get(i), vectors.get(i));
        }
        return found;
    }

    /** Where they point together; of length 1. */
    static float[] mean(List<float[]> vectors) {
        var sum = new double[Embedder.DIMENSIONS];
        for (var vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        var mean = new float[sum.length];
        double norm = Math.max(Math.sqrt(squares), Float.MIN_NORMAL);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / norm);
        }
        return mean;
    }
}
