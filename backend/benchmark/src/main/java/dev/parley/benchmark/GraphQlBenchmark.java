package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * {@code GraphQlBenchmark SERVER_JAR PEERS OUT.json COMMIT [short]}, with PARLEY_TEST_DATABASE_URL set: the same three
 * questions to Parley, PostGraphile and Spring for GraphQL, in turn.
 */
public final class GraphQlBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<Integer> CONNECTIONS = List.of(8, 64);
    private static final int COUNTED_REQUESTS = 20;

    /** What is written down. */
    record Report(
            String commit,
            Machine machine,
            String setting,
            long conversations,
            long leads,
            List<Start> starts,
            Map<String, Map<String, Double>> statementsPerRequest,
            List<Load> loads,
            List<Ceiling> ceilings) {}

    private final FullDatabase company;
    private final Wrk wrk;
    private final List<Shape> shapes = List.of(Shape.flat(), Shape.nested(), Shape.dashboard());
    private final int rounds;
    private final int seconds;
    private final List<Load> loads = new ArrayList<>();

    private GraphQlBenchmark(FullDatabase company, Path work, boolean quick) throws Exception {
        this.company = company;
        this.wrk = new Wrk(work, company.postmaster());
        this.rounds = quick ? 1 : 3;
        this.seconds = quick ? 4 : 8;
    }

    public static void main(String[] arguments) throws Exception {
        boolean quick = arguments.length > 4 && arguments[4].equals("short");
        var work = Files.createTempDirectory("parley-benchmark");
        say("Logs: %s", work);
        try (var sides = new Sides(Path.of(arguments[0]), Path.of(arguments[1]), work);
                var company = new FullDatabase(sides.clientId(), sides.userId(), 100_000)) {
            company.execute(Files.readString(Path.of(arguments[1], "postgraphile", "peer.sql")));
            say("%d conversations, %d leads", company.rows("conversations"), company.rows("leads"));
            var benchmark = new GraphQlBenchmark(company, work, quick);
            var started = new ArrayList<Side>();
            try {
                var report = benchmark.measure(sides, started, arguments[3]);
                JSON.writeValue(Path.of(arguments[2]).toFile(), report);
                benchmark.judge(report);
            } finally {
                for (var side : started) {
                    side.close();
                }
            }
        }
        System.exit(0); // the sandbox's threads need not be waited for
    }

    private Report measure(Sides sides, List<Side> started, String commit) throws Exception {
        var first = new TreeMap<String, double[]>();
        for (var opened : List.<Opening>of(sides::parley, sides::postgraphile, sides::spring)) {
            var side = opened.open(company);
            started.add(side);
            double ready = side.awaitReady(side.name().equals("Parley") ? "/health/ready" : "/graphql");
            var early = side.oneByOne(question(side, shapes.getFirst()), Duration.ofSeconds(1));
            first.put(side.name(), new double[] {ready, early.getFirst(), mean(early)});
            say("%-13s ready after %.1f s", side.name(), ready);
        }
        for (var shape : shapes) {
            compareAnswers(started, shape);
        }
        say("All sides answer the same.");
        for (var side : started) {
            for (var shape : shapes) {
                wrk.run(side, shape, question(side, shape), 8, 0, seconds);
            }
        }
        var starts = new ArrayList<Start>();
        var statements = new TreeMap<String, Map<String, Double>>();
        for (var side : started) {
            var steady = side.oneByOne(question(side, shapes.getFirst()), Duration.ofSeconds(2));
            var begun = first.get(side.name());
            starts.add(new Start(side.name(), begun[0], begun[1], begun[2], mean(steady)));
            statements.put(side.name(), statements(side));
        }
        var ceilings = new ArrayList<Ceiling>();
        for (int round = 1; round <= rounds; round++) {
            for (int connections : CONNECTIONS) {
                // As many as the pools have: what waits outside is not the database's.
                ceilings.add(company.ceiling(Integer.parseInt(Sides.CONNECTIONS), seconds / 2));
                for (var shape : shapes) {
                    for (var side : started) {
                        loads.add(wrk.run(side, shape, question(side, shape), connections, round, seconds));
                    }
                }
            }
            say("round %d of %d", round, rounds);
        }
        return new Report(
                commit,
                Machine.measured(),
                "pools of " + Sides.CONNECTIONS + ", Java with " + ServerUnderTest.HEAP
                        + ", all on one machine with wrk",
                company.rows("conversations"),
                company.rows("leads"),
                starts,
                statements,
                loads,
                ceilings);
    }

    private interface Opening {
        Side open(FullDatabase company) throws Exception;
    }

    private static String question(Side side, Shape shape) {
        return JSON.createObjectNode().put("query", side.words(shape)).toString();
    }

    /** The data, byte for byte once written in one way: 100 and 100.0 are one number, and extensions are not data. */
    private void compareAnswers(List<Side> sides, Shape shape) throws Exception {
        String expected = null;
        for (var side : sides) {
            var answer = JSON.readTree(side.ask(question(side, shape)));
            var data = canonical(answer.path("data")).toString();
            if (answer.has("errors") || data.length() < 200) {
                throw new IllegalStateException(side.name() + " answers: " + answer);
            }
            if (expected == null) {
                expected = data;
                say("%-38s %d bytes of data", shape.name(), data.length());
            } else if (!expected.equals(data)) {
                throw new IllegalStateException(shape.name() + ": " + side.name() + " answers something else:\n"
                        + data.substring(0, Math.min(3000, data.length())) + "\n"
                        + expected.substring(0, Math.min(3000, expected.length())));
            }
        }
    }

    private static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), canonical(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(item -> array.add(canonical(item)));
            return array;
        }
        return node.isNumber() ? JSON.getNodeFactory().numberNode(node.doubleValue()) : node;
    }

    private Map<String, Double> statements(Side side) throws Exception {
        var perShape = new TreeMap<String, Double>();
        for (var shape : shapes) {
            long before = company.statements();
            for (int request = 0; request < COUNTED_REQUESTS; request++) {
                side.ask(question(side, shape));
            }
            perShape.put(shape.name(), (double) (company.statements() - before) / COUNTED_REQUESTS);
        }
        return perShape;
    }

    private void judge(Report report) throws SQLException {
        say(
                "%n%-38s %5s %-13s %8s %8s %8s %8s %8s %8s %6s %5s",
                "", "conns", "", "req/s", "p50 ms", "p95 ms", "p99 ms", "CPU/req", "db/req", "RSS MB", "SQL");
        for (var shape : shapes) {
            for (int connections : CONNECTIONS) {
                for (var start : report.starts()) {
                    var name = start.side();
                    var runs = runs(name, shape, connections);
                    say(
                            "%-38s %5d %-13s %8.0f %8.1f %8.1f %8.1f %8.2f %8.2f %6.0f %5.1f%s",
                            shape.name(),
                            connections,
                            name,
                            median(runs, Load::perSecond),
                            median(runs, Load::p50Millis),
                            median(runs, Load::p95Millis),
                            median(runs, Load::p99Millis),
                            median(runs, Load::serverCpuMillis) / 1_000,
                            median(runs, Load::databaseCpuMillis) / 1_000,
                            median(runs, Load::rssMegabytes),
                            report.statementsPerRequest().get(name).get(shape.name()),
                            runs.stream().anyMatch(run -> run.errors() > 0) ? "  ERRORS" : "");
                }
            }
        }
        double ceiling = report.ceilings().stream()
                .mapToDouble(Ceiling::perSecond)
                .sorted()
                .toArray()[report.ceilings().size() / 2];
        say("%npgbench with %s connections: %.0f/s%n", Sides.CONNECTIONS, ceiling);
        for (var shape : shapes) {
            for (int connections : CONNECTIONS) {
                aim(shape, connections, "PostGraphile", 2);
                aim(shape, connections, "Spring", 1.5);
            }
            double p95 = median(runs("Parley", shape, 8), Load::p95Millis);
            say("%-38s     8 p95 %.1f ms of 50 (%s)", shape.name(), p95, met(p95 < 50));
        }
        double share = median(runs("Parley", shapes.getFirst(), 8), Load::perSecond) / ceiling;
        say(
                "%-38s     8 %.0f %% of pgbench, wanted 25 (%s)",
                shapes.getFirst().name(), share * 100, met(share >= 0.25));
        for (var start : report.starts()) {
            say(
                    "%-13s ready %.1f s, first request %.0f ms, first second %.1f ms, steady %.2f ms: %.1f times (%s)",
                    start.side(),
                    start.readySeconds(),
                    start.firstRequestMillis(),
                    start.firstSecondMillis(),
                    start.steadyMillis(),
                    start.timesSteady(),
                    met(start.timesSteady() <= 5));
        }
    }

    private void aim(Shape shape, int connections, String peer, double wanted) {
        double ratio = median(runs("Parley", shape, connections), Load::perSecond)
                / median(runs(peer, shape, connections), Load::perSecond);
        var verdict = shape.equals(shapes.getLast()) ? "no aim" : met(ratio >= wanted);
        say("%-38s %5d %.2f times %s, wanted %.1f (%s)", shape.name(), connections, ratio, peer, wanted, verdict);
    }

    private List<Load> runs(String side, Shape shape, int connections) {
        return loads.stream()
                .filter(load -> load.side().equals(side)
                        && load.shape().equals(shape.name())
                        && load.connections() == connections)
                .toList();
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }

    private static double median(List<Load> runs, ToDoubleFunction<Load> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
