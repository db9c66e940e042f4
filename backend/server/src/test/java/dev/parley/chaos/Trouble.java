package dev.parley.chaos;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.elevenlabs.Fault;
import dev.parley.sandbox.elevenlabs.FaultKind;
import java.util.List;
import java.util.Random;

/** Makes ElevenLabs fail now and then, in all its ways that pass. */
public final class Trouble implements AutoCloseable {

    private static final List<FaultKind> KINDS = List.of(
            FaultKind.RATE_LIMIT,
            FaultKind.CONCURRENCY,
            FaultKind.BUSY,
            FaultKind.SERVER_ERROR,
            FaultKind.UNAVAILABLE,
            FaultKind.DELAY,
            FaultKind.CUT_OFF,
            FaultKind.MALFORMED,
            FaultKind.HTML);

    private static final int MOST_PAUSE_MILLIS = 400;

    private final Sandbox sandbox;
    private final Random random;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile int faults;

    public Trouble(Sandbox sandbox, long seed) {
        this.sandbox = sandbox;
        this.random = new Random(seed);
        this.thread = Thread.ofVirtual().start(this::make);
    }

    public int faults() {
        return faults;
    }

    private void make() {
        try {
            while (running) {
                Thread.sleep(random.nextInt(MOST_PAUSE_MILLIS));
                sandbox.faults().add(next());
                faults++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault next() {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        var fault = Fault.of(kind).on("^/v1/").times(random.nextInt(1, 4));
        return switch (kind) {
            case DELAY -> fault.delayed(random.nextInt(50, 1_500));
            case RATE_LIMIT -> random.nextBoolean() ? fault.retryAfter(1) : fault;
            default -> fault;
        };
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
        sandbox.faults().clear();
    }
}
