package dev.parley.benchmark;

/**
 * The server at one moment of a run.
 *
 * @param seconds since the run began
 */
record Sample(double seconds, int changed, long rssMegabytes) {}
