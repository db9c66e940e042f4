package dev.parley.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Many subscribers on one thread. Who is cut off comes back to a node that lives and goes on after what it saw. */
final class Swarm implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int COMES_BACK_WITHIN_MILLIS = 500;

    private record Return(SwarmSocket socket, long at) {}

    private final Selector selector;
    private final List<SwarmSocket> sockets = new ArrayList<>();
    private final Queue<Return> away = new PriorityQueue<>(Comparator.comparingLong(Return::at));
    private final Random random = new Random(1);
    private final List<URI> nodes;
    private int next;
    private int returns;

    Swarm(List<URI> nodes) throws IOException {
        this.selector = Selector.open();
        this.nodes = new ArrayList<>(nodes);
    }

    void add(SwarmSocket socket) throws IOException {
        sockets.add(socket);
        connect(socket);
        while (pending() >= AT_ONCE) {
            look();
        }
    }

    List<SwarmSocket> sockets() {
        return sockets;
    }

    /** How often one came back. */
    int returns() {
        return returns;
    }

    /** This node is no place to come back to. */
    void avoid(URI node) {
        nodes.remove(node);
    }

    /** Reads what comes while something is so. */
    void readWhile(BooleanSupplier condition) throws IOException {
        while (condition.getAsBoolean()) {
            look();
        }
    }

    long pending() {
        return sockets.stream().filter(socket -> !socket.isSubscribed()).count();
    }

    private void look() throws IOException {
        selector.select(key -> read((SwarmSocket) key.attachment(), key), LOOK_EVERY_MILLIS);
        while (!away.isEmpty() && away.peek().at() <= System.nanoTime()) {
            connect(away.remove().socket());
            returns++;
        }
    }

    private void read(SwarmSocket socket, SelectionKey key) {
        boolean open;
        try {
            open = socket.read();
        } catch (IOException e) {
            open = false;
        }
        if (!open) {
            key.cancel();
            away.add(new Return(socket, System.nanoTime() + random.nextInt(COMES_BACK_WITHIN_MILLIS) * 1_000_000L));
        }
    }

    private void connect(SwarmSocket socket) throws IOException {
        socket.connect(nodes.get(next++ % nodes.size()), selector);
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.disconnect();
        }
        selector.close();
    }
}
