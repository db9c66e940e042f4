package dev.parley.benchmark;

/** A new database and a new server: first everything is new, then nothing is. */
record Round(Measured everythingNew, Measured nothingNew) {}
