package dev.parley.benchmark;

/** pgbench with so many connections. */
record Ceiling(int connections, double perSecond, double averageMillis) {}
