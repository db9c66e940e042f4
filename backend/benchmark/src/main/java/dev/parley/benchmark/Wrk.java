package dev.parley.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Load from wrk: one thread, connections kept open, each asking again as soon as it is answered. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path script;
    private final Path body;
    private final long postmaster;

    Wrk(Path work, long postmaster) throws IOException {
        script = work.resolve("wrk.lua");
        body = work.resolve("body.json");
        this.postmaster = postmaster;
        try (var source = Wrk.class.getResourceAsStream("graphql/wrk.lua")) {
            Files.write(script, source.readAllBytes());
        }
    }

    Load run(Side side, Shape shape, String question, int connections, int round, int seconds)
            throws IOException, InterruptedException {
        Files.writeString(body, question);
        long serverBefore = Processors.cpuMillis(side.pid());
        long databaseBefore = Processors.cpuMillisOfAll(postmaster);
        var builder = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "30s",
                        "-s",
                        script.toString(),
                        side.graphql().toString())
                .redirectErrorStream(true);
        builder.environment().put("BENCH_BODY", body.toString());
        builder.environment().put("BENCH_AUTHORIZATION", "Bearer " + side.token());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException("wrk says: " + output);
        }
        double requests = Math.max(1, Long.parseLong(result.group(1)));
        return new Load(
                side.name(),
                shape.name(),
                connections,
                round,
                requests / Long.parseLong(result.group(2)) * 1e6,
                Long.parseLong(result.group(4)) / 1e3,
                Long.parseLong(result.group(5)) / 1e3,
                Long.parseLong(result.group(6)) / 1e3,
                Long.parseLong(result.group(3)),
                (Processors.cpuMillis(side.pid()) - serverBefore) * 1e3 / requests,
                (Processors.cpuMillisOfAll(postmaster) - databaseBefore) * 1e3 / requests,
                Processors.rssMegabytes(side.pid()));
    }
}
