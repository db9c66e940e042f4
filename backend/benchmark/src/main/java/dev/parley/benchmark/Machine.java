package dev.parley.benchmark;

import dev.parley.schema.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What it was measured on; numbers of two machines do not compare. */
record Machine(String cpu, int cores, long memoryMegabytes, String jdk, String postgresql, String postgresqlSettings) {

    /** With the PostgreSQL of PARLEY_TEST_DATABASE_URL. */
    static Machine measured() throws IOException, SQLException {
        try (var database = TestDatabase.create();
                var connection = database.connect();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "select current_setting('server_version'), string_agg(name || '=' || setting, ' ')"
                                        + " from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',"
                                        + " 'shared_buffers', 'max_wal_size')")) {
            row.next();
            return here(row.getString(1), row.getString(2));
        }
    }

    private static Machine here(String postgresql, String postgresqlSettings) throws IOException {
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
