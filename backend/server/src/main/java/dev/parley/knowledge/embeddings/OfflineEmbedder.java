package dev.parley.knowledge.embeddings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Needs no network and no key: a text's words and their parts of three to five letters, each hashed to one of the dimensions. So
 * it finds other forms of a word and misspelt ones, but not another word for the same.
 */
final class OfflineEmbedder implements Embedder {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 5;
    private static final double WEIGHT_OF_A_WORD = 1.5;

    @Override
    public String model() {
        return "offline-1"; // another number when the vectors change
    }

    @Override
    public boolean isOffline() {
        return true;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(OfflineEmbedder::vector).toList();
    }

    @Override
    public float[] embedQuery(String text) {
        return vector(text);
    }

    /** What occurs often counts a little more than once; common short words hardly count, for they have few parts. */
    private static float[] vector(String text) {
        var sum = new double[DIMENSIONS];
        for (var word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))) {
            if (!word.isEmpty()) {
                addWord(word, sum);
            }
        }
        return normalised(sum);
    }

    private static void addWord(String word, double[] sum) {
        var parts = parts(word);
        double weight = 1 / Math.sqrt(parts.size() + 1.0);
        add("=" + word, WEIGHT_OF_A_WORD * Math.min(1, word.length() / 4.0), sum);
        parts.forEach(part -> add(part, weight, sum));
    }

    private static Set<String> parts(String word) {
        var marked = "<" + word + ">";
        var parts = new HashSet<String>();
        for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
            for (int i = 0; i + length <= marked.length(); i++) {
                parts.add(marked.substring(i, i + length));
            }
        }
        return parts;
    }

    /** Up or down, so that parts which meet in one dimension do not add up. */
    private static void add(String feature, double weight, double[] sum) {
        int hash = feature.hashCode() * 0x9E3779B1;
        hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
        hash ^= hash >>> 13;
        sum[Math.floorMod(hash >> 1, DIMENSIONS)] += (hash & 1) == 0 ? weight : -weight;
    }

    /** Dampened first: ten times the same word is not ten times the meaning. A text without words points anywhere. */
    private static float[] normalised(double[] sum) {
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.signum(sum[i]) * Math.sqrt(Math.abs(sum[i]));
            squares += sum[i] * sum[i];
        }
        if (squares == 0) {
            sum[0] = 1;
            squares = 1;
        }
        var vector = new float[sum.length];
        double norm = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (sum[i] / norm);
        }
        return vector;
    }
}
