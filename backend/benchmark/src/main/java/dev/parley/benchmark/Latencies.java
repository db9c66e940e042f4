package dev.parley.benchmark;

/** How long events took, to a tenth of a millisecond. Used by one thread. */
final class Latencies {

    private static final int BUCKETS = 600_000;
    private static final long NANOS_PER_BUCKET = 100_000;

    private final int[] counts = new int[BUCKETS];
    private long total;

    void add(long nanos) {
        counts[(int) Math.clamp(nanos / NANOS_PER_BUCKET, 0, BUCKETS - 1)]++;
        total++;
    }

    long total() {
        return total;
    }

    /** Milliseconds within which that share of them came. */
    double within(double share) {
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted && seen > 0) {
                return (bucket + 1) / 10.0;
            }
        }
        return 0;
    }
}
