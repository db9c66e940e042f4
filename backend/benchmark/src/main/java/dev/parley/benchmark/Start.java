package dev.parley.benchmark;

/**
 * How a side begins.
 *
 * @param readySeconds from its start to the first answer
 * @param firstSecondMillis mean latency of requests, one after the other, in the second after that
 * @param firstRequestMillis of the very first one
 * @param steadyMillis mean latency of the same when it is warm
 */
record Start(
        String side, double readySeconds, double firstRequestMillis, double firstSecondMillis, double steadyMillis) {

    double timesSteady() {
        return firstSecondMillis / steadyMillis;
    }
}
