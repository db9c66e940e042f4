package dev.parley.benchmark;

/**
 * What one phase showed.
 *
 * @param committed events
 * @param messages events as they arrived, one for each subscriber
 * @param expected messages if nothing is lost
 * @param p50 milliseconds from the beginning of an event's commit to its arrival
 * @param returns how often a subscriber came back after it was cut off
 * @param serverCpuSeconds of all nodes
 * @param loadCpuSeconds of what made and received the events
 */
record FanOut(
        String name,
        int subscribers,
        int idle,
        int clients,
        double eventsPerSecond,
        double seconds,
        int committed,
        long expected,
        long messages,
        long lost,
        long doubled,
        double messagesPerSecond,
        double p50,
        double p95,
        double p99,
        double most,
        int returns,
        double serverCpuSeconds,
        double loadCpuSeconds) {}
