package dev.parley.benchmark.extraction;

import java.util.List;
import java.util.random.RandomGenerator;

/** Choices that are the same for the same seed. */
record Chance(RandomGenerator random) {

    static Chance of(long seed) {
        return new Chance(new java.util.SplittableRandom(seed));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
