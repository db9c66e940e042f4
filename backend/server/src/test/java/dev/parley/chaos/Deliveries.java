package dev.parley.chaos;

import dev.parley.chaos.Story.Step;
import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.testing.Parley;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts webhooks until they are taken, as ElevenLabs does; on demand each one twice and in any order. */
public final class Deliveries implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int PAUSE_MILLIS = 100;

    private record Delivery(double place, Step step, byte[] body) {}

    private final PriorityBlockingQueue<Delivery> waiting =
            new PriorityBlockingQueue<>(100, (one, other) -> Double.compare(one.place(), other.place()));
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Node node;
    private final Random random;
    private final boolean isDisorderly;
    private int told;

    public Deliveries(Node node, long seed, boolean isDisorderly) {
        this.node = node;
        this.random = new Random(seed);
        this.isDisorderly = isDisorderly;
        for (int i = 0; i < (isDisorderly ? AT_ONCE : 1); i++) {
            threads.execute(this::post);
        }
    }

    public void tell(Step step) {
        var body = Parley.envelope("post_call_transcription", step.detail(), Instant.now());
        told++;
        for (int i = 0; i < (isDisorderly ? 2 : 1); i++) {
            open.incrementAndGet();
            waiting.add(new Delivery(isDisorderly ? told + 20 * random.nextDouble() : told, step, body));
        }
    }

    public boolean isDone() {
        return open.get() == 0;
    }

    private void post() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var delivery = waiting.take();
                while (!isTaken(delivery)) {
                    Thread.sleep(PAUSE_MILLIS);
                }
                open.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTaken(Delivery delivery) {
        var client = delivery.step().client();
        var api = node.nobody();
        try {
            return api.send(api.request(node.url().resolve("/webhooks/elevenlabs/" + client.id()))
                                    .header(
                                            "ElevenLabs-Signature",
                                            WebhookSignature.sign(
                                                    delivery.body(), client.webhookSecret(), Instant.now()))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body())))
                            .status()
                    == 200;
        } catch (AssertionError e) {
            return false; // killed
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
