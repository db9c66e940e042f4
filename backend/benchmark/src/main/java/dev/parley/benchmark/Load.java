package dev.parley.benchmark;

/**
 * What one side did under so many connections.
 *
 * @param serverCpuMillis of the side's process, per thousand requests
 * @param databaseCpuMillis of PostgreSQL, per thousand requests
 */
record Load(
        String side,
        String shape,
        int connections,
        int round,
        double perSecond,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        long errors,
        double serverCpuMillis,
        double databaseCpuMillis,
        long rssMegabytes) {}
