package dev.parley.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * {@code Training SERVER_JAR}, with PARLEY_TEST_DATABASE_URL and the recording flags in parley.flags set: runs the server
 * under a load of reads and ends it in good order, so that its JVM writes down which classes and methods it took.
 */
public final class Training {

    private static final int CONVERSATIONS = 2_000;
    private static final int AT_ONCE = 4;
    private static final Duration LOAD = Duration.ofSeconds(8);

    private Training() {}

    public static void main(String[] arguments) throws Exception {
        var work = Files.createTempDirectory("parley-training");
        try (var sides = new Sides(Path.of(arguments[0]), work, work);
                var company = new FullDatabase(sides.clientId(), sides.userId(), CONVERSATIONS);
                var server = sides.parley(company)) {
            server.awaitReady("/health/ready");
            int asked = 0;
            for (var shape : List.of(Shape.flat(), Shape.nested(), Shape.dashboard())) {
                asked += load(server, shape);
            }
            System.out.printf(Locale.ROOT, "%d requests; the server's log: %s%n", asked, work.resolve("parley.log"));
        }
        System.exit(0); // the sandbox's threads need not be waited for
    }

    private static int load(Side server, Shape shape) throws Exception {
        var question = new ObjectMapper()
                .createObjectNode()
                .put("query", server.words(shape))
                .toString();
        int asked = 0;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Integer> load = () -> server.oneByOne(question, LOAD).size();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(AT_ONCE, load))) {
                asked += done.get();
            }
        }
        return asked;
    }
}
