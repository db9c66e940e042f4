package dev.parley.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What it was measured on; numbers of two machines do not compare. */
record Machine(String cpu, int cores, long memoryMegabytes, String jdk, String postgresql, String postgresqlSettings) {

    static Machine here(String postgresql, String postgresqlSettings) throws IOException {
        return new Machine(
                find("/proc/cpuinfo", "model name\\s*: (.*)"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(find("/proc/meminfo", "MemTotal:\\s*(\\d+) kB")) / 1024,
                Runtime.version().toString(),
                postgresql,
                postgresqlSettings);
    }

    static String find(String file, String regex) throws IOException {
        var match = Pattern.compile(regex).matcher(Files.readString(Path.of(file)));
        return match.find() ? match.group(1).strip() : "0";
    }
}
