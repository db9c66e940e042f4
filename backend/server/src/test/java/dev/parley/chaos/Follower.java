package dev.parley.chaos;

import dev.parley.sandbox.world.Client;
import dev.parley.testing.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/** A subscriber to a client's leads that comes back where it was whenever it is cut off. */
public final class Follower implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration DEAD = Duration.ofSeconds(5);

    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final Node node;
    private final Client client;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile int connections;
    private volatile String state = "new";

    public Follower(Node node, Client client) {
        this.node = node;
        this.client = client;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    /** The ids of the events it was sent, in that order. */
    public List<Long> seen() {
        return List.copyOf(seen);
    }

    public int connections() {
        return connections;
    }

    private void follow() {
        while (running) {
            state = "connecting";
            try (var socket = Socket.open(node.socket(), node.token(client), null)) {
                connections++;
                state = "listening on " + node.socket();
                var after = seen.isEmpty() ? "0" : seen.getLast().toString();
                socket.subscribe(
                        "1",
                        "subscription ($after: ID) { leadEvents(after: $after) { id lead { id } } }",
                        Map.of("after", after));
                listen(socket);
            } catch (AssertionError | CompletionException e) {
                state = "failed with " + e;
                pause(); // not there yet
            } catch (RuntimeException e) {
                state = "ended with " + e; // it follows no more, and whoever waits for it says why
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return "follower of " + client.name() + ", connection " + connections + ", " + state + ", at "
                + Arrays.toString(thread.getStackTrace());
    }

    /** Asks whether anybody is there when nothing is said: not every client library tells of a server that was killed. */
    private void listen(Socket socket) {
        long heard = System.nanoTime();
        long asked = heard;
        while (running) {
            var message = socket.poll(LOOK);
            long now = System.nanoTime();
            if (message == null && (socket.isClosed() || now - heard > DEAD.toNanos())) {
                state = socket.isClosed() ? "cut off" : "heard nothing for long";
                return;
            }
            if (message == null) {
                if (now - Math.max(heard, asked) > QUIET.toNanos()) {
                    asked = now;
                    socket.send(Socket.message("ping"));
                }
                continue;
            }
            heard = now;
            if (message.path("type").asText().equals("pong")) {
                continue;
            }
            var event = message.path("payload").path("data").path("leadEvents");
            if (!event.path("id").isTextual()) {
                state = "was told " + message;
                pause(); // an error, or the end: start again from where we were
                return;
            }
            seen.add(Long.valueOf(event.path("id").textValue()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}
