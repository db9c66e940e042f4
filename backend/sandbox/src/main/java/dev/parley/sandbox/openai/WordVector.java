package dev.parley.sandbox.openai;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A vector made of a text's words: each has a direction of its own, so texts that share words are near each other. */
final class WordVector {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** As many first letters as forms of a word have in common, roughly. */
    private static final int LETTERS = 5;

    private final int full;

    /** @param full as many numbers as the model's vectors have */
    WordVector(int full) {
        this.full = full;
    }

    /** @param length the first so many of them, of length 1 again */
    float[] of(String text, int length) {
        var sum = new double[length];
        var words = BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT).replace('ё', 'е'));
        for (var word : new HashSet<>(Arrays.asList(words))) {
            add(word.substring(0, Math.min(word.length(), LETTERS)), sum);
        }
        double norm = Math.sqrt(Arrays.stream(sum).map(one -> one * one).sum());
        var vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = (float) (sum[i] / norm);
        }
        return vector;
    }

    /** Up or down in each dimension, as the bits of random numbers are. */
    private void add(String word, double[] sum) {
        var random = new SplittableRandom(word.hashCode() * 31L + full);
        for (int i = 0; i < sum.length; i += Long.SIZE) {
            long bits = random.nextLong();
            for (int bit = 0; bit < Long.SIZE && i + bit < sum.length; bit++) {
                sum[i + bit] += (bits >>> bit & 1) == 0 ? 1 : -1;
            }
        }
    }
}
