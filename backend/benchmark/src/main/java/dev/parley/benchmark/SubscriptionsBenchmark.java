package dev.parley.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code SubscriptionsBenchmark SERVER_JAR OUT.json COMMIT [SECONDS]}, with PARLEY_TEST_DATABASE_URL set: how fast events
 * reach many subscribers, what a socket costs, and whether any is lost or doubled when a node is killed.
 */
public final class SubscriptionsBenchmark {

    private static final int IDLE = 1_000;
    private static final int ACTIVE = 500;
    private static final int CLIENTS = 20;
    private static final double EVENTS_PER_SECOND = 200;
    private static final double WANTED_P95_MILLIS = 100;
    private static final double[] LADDER = {10, 20, 40, 60, 80, 100, 150, 200};

    /**
     * What the sockets cost a node that does nothing else.
     *
     * @param heapKilobytes after a full collection, each
     * @param rssKilobytes each
     */
    record Memory(int sockets, double heapKilobytes, double rssKilobytes) {}

    /** What is written down. */
    record Report(String commit, Machine machine, String server, Memory memory, List<FanOut> phases) {}

    private SubscriptionsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]);
        var out = Path.of(arguments[1]);
        var length = Duration.ofSeconds(arguments.length > 3 ? Long.parseLong(arguments[3]) : 60);
        var phases = new ArrayList<FanOut>();
        Memory memory;
        try (var crowd = new Crowd(jar)) {
            crowd.node();
            memory = manyClients(crowd, length, phases);
            oneClient(crowd, length.dividedBy(6), phases);
            crowd.node();
            aNodeIsKilled(crowd, length, phases);
        }
        var report = new Report(arguments[2], Machine.measured(), ServerUnderTest.HEAP, memory, phases);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(out.toFile(), report);
        judge(phases);
        System.exit(0); // the sandbox's threads need not be waited for
    }

    private static Memory manyClients(Crowd crowd, Duration length, List<FanOut> phases) throws Exception {
        var node = crowd.nodes().getFirst();
        var quiet = crowd.clients(1);
        var feeds = crowd.clients(CLIENTS);
        var latencies = new Latencies();
        try (var swarm = new Swarm(crowd.urls())) {
            warmUp(crowd);
            int heap = node.liveHeapMegabytes();
            long rss = node.rssMegabytes();
            fill(swarm, crowd, quiet, IDLE, latencies);
            fill(swarm, crowd, feeds, ACTIVE, latencies);
            int sockets = IDLE + ACTIVE;
            var memory = new Memory(
                    sockets,
                    (node.liveHeapMegabytes() - heap) * 1024.0 / sockets,
                    (node.rssMegabytes() - rss) * 1024.0 / sockets);
            System.out.printf(
                    Locale.ROOT,
                    "each of %d sockets: %.0f kB of heap, %.0f kB of memory%n",
                    sockets,
                    memory.heapKilobytes(),
                    memory.rssKilobytes());
            record(new FanOutPhase("many clients", crowd, swarm, feeds, latencies, EVENTS_PER_SECOND, length), phases);
            return memory;
        }
    }

    private static void oneClient(Crowd crowd, Duration length, List<FanOut> phases) throws Exception {
        for (double perSecond : LADDER) {
            var feeds = crowd.clients(1);
            var latencies = new Latencies();
            try (var swarm = new Swarm(crowd.urls())) {
                fill(swarm, crowd, feeds, ACTIVE, latencies);
                record(new FanOutPhase("one client", crowd, swarm, feeds, latencies, perSecond, length), phases);
            }
            if (phases.getLast().p95() > WANTED_P95_MILLIS) {
                return;
            }
        }
    }

    private static void aNodeIsKilled(Crowd crowd, Duration length, List<FanOut> phases) throws Exception {
        var quiet = crowd.clients(1);
        var feeds = crowd.clients(CLIENTS);
        var latencies = new Latencies();
        var doomed = crowd.nodes().getFirst();
        try (var swarm = new Swarm(crowd.urls())) {
            fill(swarm, crowd, quiet, IDLE, latencies);
            fill(swarm, crowd, feeds, ACTIVE, latencies);
            record(
                    new FanOutPhase("a node killed", crowd, swarm, feeds, latencies, EVENTS_PER_SECOND, length)
                            .halfway(() -> kill(doomed, swarm)),
                    phases);
        }
    }

    private static void kill(ServerUnderTest node, Swarm swarm) {
        swarm.avoid(node.url());
        try {
            node.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first events meet a cold JVM; they are not counted. */
    private static void warmUp(Crowd crowd) throws Exception {
        var feeds = crowd.clients(CLIENTS);
        try (var swarm = new Swarm(crowd.urls())) {
            fill(swarm, crowd, feeds, ACTIVE, new Latencies());
            new FanOutPhase("warm-up", crowd, swarm, feeds, new Latencies(), EVENTS_PER_SECOND, Duration.ofSeconds(10))
                    .measure();
        }
    }

    private static void fill(Swarm swarm, Crowd crowd, List<Feed> feeds, int count, Latencies latencies)
            throws IOException {
        var token = crowd.token();
        for (int i = 0; i < count; i++) {
            swarm.add(new SwarmSocket(feeds.get(i % feeds.size()), token, latencies, 0));
        }
        swarm.readWhile(() -> swarm.pending() > 0);
    }

    private static void record(FanOutPhase phase, List<FanOut> phases) throws IOException, InterruptedException {
        var result = phase.measure();
        FanOutPhase.show(result);
        phases.add(result);
    }

    private static void judge(List<FanOut> phases) {
        var first = phases.getFirst();
        long lost = phases.stream().mapToLong(FanOut::lost).sum();
        long doubled = phases.stream().mapToLong(FanOut::doubled).sum();
        double most = phases.stream()
                .filter(phase -> phase.p95() <= WANTED_P95_MILLIS)
                .mapToDouble(FanOut::messagesPerSecond)
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "aims: p95 %.1f ms of %.0f (%s), lost %d and doubled %d of 0 (%s); within the p95 up to %.0f messages/s%n",
                first.p95(),
                WANTED_P95_MILLIS,
                first.p95() <= WANTED_P95_MILLIS ? "met" : "missed",
                lost,
                doubled,
                lost + doubled == 0 ? "met" : "missed",
                most);
    }
}
