package dev.parley.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Subscribers, events for a while, and whether each got each. */
final class FanOutPhase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Crowd crowd;
    private final Swarm swarm;
    private final List<Feed> feeds;
    private final Latencies latencies;
    private final double perSecond;
    private final Duration length;
    private Runnable halfway = () -> {};

    FanOutPhase(
            String name,
            Crowd crowd,
            Swarm swarm,
            List<Feed> feeds,
            Latencies latencies,
            double perSecond,
            Duration length) {
        this.name = name;
        this.crowd = crowd;
        this.swarm = swarm;
        this.feeds = feeds;
        this.latencies = latencies;
        this.perSecond = perSecond;
        this.length = length;
    }

    FanOutPhase halfway(Runnable action) {
        halfway = action;
        return this;
    }

    FanOut measure() throws IOException, InterruptedException {
        var active = swarm.sockets().stream()
                .filter(socket -> feeds.contains(socket.feed()))
                .toList();
        int before = feeds.stream().mapToInt(Feed::head).sum();
        var serverCpu = serverCpu();
        var loadCpu = loadCpu();
        long begun = System.nanoTime();
        long half = begun + length.toNanos() / 2;
        long end = begun + length.toNanos();
        double took;
        try (var writing = new Writing(crowd.database(), feeds, perSecond)) {
            swarm.readWhile(() -> System.nanoTime() < half);
            halfway.run();
            swarm.readWhile(() -> System.nanoTime() < end);
            took = (System.nanoTime() - begun) / 1e9;
        }
        long patience = System.nanoTime() + PATIENCE.toNanos();
        swarm.readWhile(() -> System.nanoTime() < patience
                && active.stream()
                        .anyMatch(socket -> socket.last() < socket.feed().head()));
        int committed = feeds.stream().mapToInt(Feed::head).sum() - before;
        long expected =
                active.stream().mapToLong(socket -> socket.feed().head()).sum();
        long messages = active.stream().mapToLong(SwarmSocket::received).sum();
        return new FanOut(
                name,
                active.size(),
                swarm.sockets().size() - active.size(),
                feeds.size(),
                committed / took,
                took,
                committed,
                expected,
                messages,
                expected - messages,
                active.stream().mapToLong(SwarmSocket::repeated).sum(),
                messages / took,
                latencies.within(0.5),
                latencies.within(0.95),
                latencies.within(0.99),
                latencies.within(1),
                swarm.returns(),
                seconds(serverCpu().minus(serverCpu)),
                seconds(loadCpu().minus(loadCpu)));
    }

    static void show(FanOut phase) {
        System.out.printf(
                Locale.ROOT,
                "%-14s %d subscribers and %d idle at %d clients, %.0f events/s for %.0f s: %.0f messages/s, p50 %.1f p95 %.1f"
                        + " p99 %.1f most %.1f ms, lost %d, doubled %d, came back %d, CPU nodes %.1f s load %.1f s%n",
                phase.name(),
                phase.subscribers(),
                phase.idle(),
                phase.clients(),
                phase.eventsPerSecond(),
                phase.seconds(),
                phase.messagesPerSecond(),
                phase.p50(),
                phase.p95(),
                phase.p99(),
                phase.most(),
                phase.lost(),
                phase.doubled(),
                phase.returns(),
                phase.serverCpuSeconds(),
                phase.loadCpuSeconds());
    }

    private Duration serverCpu() {
        return crowd.nodes().stream().map(ServerUnderTest::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration loadCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
