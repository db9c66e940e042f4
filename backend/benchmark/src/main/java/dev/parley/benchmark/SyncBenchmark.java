package dev.parley.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code SyncBenchmark SERVER_JAR OUT.json COMMIT [CONVERSATIONS [ROUNDS]]}, with PARLEY_TEST_DATABASE_URL set: how fast
 * a new client's conversations come in, and what it costs when nothing is new.
 */
public final class SyncBenchmark {

    private static final double WANTED_PER_SECOND = 300;
    private static final double MOST_DETAILS_PER_NEW = 1.05;

    /** What is written down. */
    record Report(String commit, Machine machine, String server, int conversations, List<Round> rounds) {}

    private SyncBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]);
        var out = Path.of(arguments[1]);
        int conversations = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000;
        int count = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 3;
        var rounds = new ArrayList<Round>();
        for (int number = 1; number <= count; number++) {
            try (var round = new SyncRound(jar, conversations)) {
                rounds.add(round.measure());
            }
            show("round " + number, List.of(rounds.getLast()));
        }
        show("median", rounds);
        var report = new Report(
                arguments[2],
                Machine.measured(),
                ServerUnderTest.HEAP + ", at once " + SyncRound.AT_ONCE,
                conversations,
                rounds);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(out.toFile(), report);
        judge(rounds);
        System.exit(0); // the sandboxes' threads need not be waited for
    }

    private static void show(String name, List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-8s all new: %6.1f s %6.0f/s, %.3f details each, turns %.1f, CPU server %.1f s sandbox %.1f s, RSS most"
                        + " %.0f MB, live heap %.0f MB | nothing new: %.2f s, %.0f details, %.0f list calls%n",
                name,
                median(rounds, round -> round.everythingNew().seconds()),
                median(rounds, round -> round.everythingNew().perSecond()),
                median(rounds, round -> round.everythingNew().detailsPerNew()),
                median(
                        rounds,
                        round -> (double) round.everythingNew().turns()
                                / round.everythingNew().changed()),
                median(rounds, round -> round.everythingNew().serverCpuSeconds()),
                median(rounds, round -> round.everythingNew().sandboxCpuSeconds()),
                median(rounds, round -> round.everythingNew().highestRss()),
                median(rounds, round -> round.everythingNew().liveHeapMegabytes()),
                median(rounds, round -> round.nothingNew().seconds()),
                median(rounds, round -> round.nothingNew().detailRequests()),
                median(rounds, round -> round.nothingNew().otherRequests()));
    }

    private static void judge(List<Round> rounds) {
        double perSecond = median(rounds, round -> round.everythingNew().perSecond());
        double details = median(rounds, round -> round.everythingNew().detailsPerNew());
        System.out.printf(
                Locale.ROOT,
                "aims: %.0f/s of %.0f (%s), %.3f detail calls of %.2f (%s)%n",
                perSecond,
                WANTED_PER_SECOND,
                perSecond >= WANTED_PER_SECOND ? "met" : "missed",
                details,
                MOST_DETAILS_PER_NEW,
                details <= MOST_DETAILS_PER_NEW ? "met" : "missed");
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
