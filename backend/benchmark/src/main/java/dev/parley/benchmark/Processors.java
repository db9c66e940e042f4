package dev.parley.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes have used. */
final class Processors {

    private static final long MILLIS_PER_TICK = 10;

    private Processors() {}

    /** Of a process and the children it has waited for. */
    static long cpuMillis(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MILLIS_PER_TICK;
    }

    /** Of a process and all its descendants. */
    static long cpuMillisOfAll(long pid) throws IOException {
        long sum = cpuMillis(pid);
        for (var child : ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .toList()) {
            try {
                sum += cpuMillis(child.pid());
            } catch (IOException e) {
                // it has ended: its parent counts it
            }
        }
        return sum;
    }

    static long rssMegabytes(long pid) throws IOException {
        return Long.parseLong(Machine.find("/proc/" + pid + "/status", "VmRSS:\\s*(\\d+) kB")) / 1024;
    }
}
