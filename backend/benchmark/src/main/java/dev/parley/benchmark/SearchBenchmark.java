package dev.parley.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * {@code SearchBenchmark SERVER_JAR OUT.json COMMIT [CHUNKS [QUERIES]]}, with PARLEY_TEST_DATABASE_URL set: how long
 * searchKnowledge takes over GraphQL, with a real token, one after the other. The query vectors are the offline embedder's,
 * which asks nobody. Each search compares all chunks of its client, so that its recall is 1.
 */
public final class SearchBenchmark {

    private static final int CLIENTS = 20;
    private static final int CHUNKS = 20_000;
    private static final int QUERIES = 600;
    private static final String SEARCH =
            "query ($q: String!) { searchKnowledge(query: $q, first: 5) { hits { passage score document { id title } } degraded } }";

    /** Milliseconds of searches in clients with so many chunks. */
    record Figures(String clients, int chunks, long searches, double p50, double p95) {}

    /**
     * What is written down.
     *
     * @param load processes that wanted to run, on average of the last minute, at the end
     */
    record Report(String commit, Machine machine, double load, int chunks, List<Figures> figures) {}

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int chunks = arguments.length > 3 ? Integer.parseInt(arguments[3]) : CHUNKS;
        int queries = arguments.length > 4 ? Integer.parseInt(arguments[4]) : QUERIES;
        List<Figures> figures;
        try (var crowd = new Crowd(Path.of(arguments[0]))) {
            crowd.node();
            var feeds = crowd.clients(CLIENTS);
            var sizes = UnevenKnowledge.sizes(CLIENTS, chunks);
            UnevenKnowledge.fill(crowd.database(), feeds, sizes);
            var random = new Random(7);
            searches(crowd, feeds, sizes, queries / 3, random); // a cold JVM is not counted
            figures = searches(crowd, feeds, sizes, queries, random);
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var report = new Report(arguments[2], Machine.measured(), load, chunks, figures);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(Path.of(arguments[1]).toFile(), report);
        figures.forEach(one -> System.out.printf(
                Locale.ROOT,
                "%s (up to %d chunks): %d searches, p50 %.1f ms, p95 %.1f ms%n",
                one.clients(),
                one.chunks(),
                one.searches(),
                one.p50(),
                one.p95()));
        System.exit(0); // the sandbox's threads need not be waited for
    }

    private static List<Figures> searches(Crowd crowd, List<Feed> feeds, int[] sizes, int count, Random random)
            throws IOException, InterruptedException {
        var all = new Latencies();
        var largest = new Latencies();
        var token = crowd.token();
        var url = crowd.urls().getFirst().resolve("/graphql");
        var http = HttpClient.newHttpClient();
        for (int i = 0; i < count; i++) {
            int client = UnevenKnowledge.draw(sizes, random);
            long nanos = search(http, url, token, feeds.get(client), UnevenKnowledge.question(random));
            all.add(nanos);
            if (client == 0) {
                largest.add(nanos);
            }
        }
        var figures = new ArrayList<Figures>();
        figures.add(new Figures("all clients", sizes[0], all.total(), all.within(0.5), all.within(0.95)));
        figures.add(new Figures(
                "the largest client", sizes[0], largest.total(), largest.within(0.5), largest.within(0.95)));
        return figures;
    }

    private static long search(HttpClient http, URI url, String token, Feed feed, String question)
            throws IOException, InterruptedException {
        var body = new ObjectMapper().writeValueAsString(Map.of("query", SEARCH, "variables", Map.of("q", question)));
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("X-Client-Id", feed.clientId().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long before = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        long nanos = System.nanoTime() - before;
        if (answer.statusCode() != 200 || !answer.body().contains("\"passage\"")) {
            throw new IllegalStateException("A search found nothing: " + answer.statusCode() + " " + answer.body());
        }
        return nanos;
    }
}
