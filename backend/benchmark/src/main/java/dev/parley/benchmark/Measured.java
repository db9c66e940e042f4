package dev.parley.benchmark;

import java.util.List;

/**
 * One sync run.
 *
 * @param seconds from the run's beginning to its end, by the server's own record
 * @param turns of all conversations together
 * @param serverCpuSeconds of the server process while it ran
 * @param sandboxCpuSeconds of the stand-in for ElevenLabs, which shares the machine
 * @param heapAfterGcMegabytes what was still in use after each of the server's own collections, most of which look at
 *     young objects only
 * @param liveHeapMegabytes what was left after a full collection when the run was over
 */
record Measured(
        double seconds,
        int listed,
        int fetched,
        int changed,
        int failed,
        long turns,
        int detailRequests,
        int otherRequests,
        double serverCpuSeconds,
        double sandboxCpuSeconds,
        List<Integer> heapAfterGcMegabytes,
        int liveHeapMegabytes,
        List<Sample> samples) {

    double perSecond() {
        return seconds == 0 ? 0 : changed / seconds;
    }

    double detailsPerNew() {
        return changed == 0 ? 0 : (double) detailRequests / changed;
    }

    long highestRss() {
        return samples.stream().mapToLong(Sample::rssMegabytes).max().orElse(0);
    }
}
