package dev.parley.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The newest events of one client, shared by all its subscribers on this node. Who is further behind reads the database. */
final class ClientFeed {

    private static final int KEPT = 1_000;

    final ReentrantLock lock = new ReentrantLock();
    final Condition moved = lock.newCondition();

    private final Deque<Event> newest = new ArrayDeque<>();
    private long floor;
    private long head;
    private int subscribers;

    ClientFeed(long head) {
        this.floor = head;
        this.head = head;
    }

    long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    void add(Event event) {
        lock.lock();
        try {
            newest.add(event);
            head = event.id();
            if (newest.size() > KEPT) {
                floor = newest.remove().id();
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Events after a position, or null when they are no longer in memory. Call with the lock held. */
    @org.jspecify.annotations.Nullable
    List<Event> inMemoryAfter(long position) {
        if (position < floor) {
            return null;
        }
        var events = new ArrayList<Event>();
        for (var event : newest) {
            if (event.id() > position) {
                events.add(event);
            }
        }
        return events;
    }

    /** @return how many subscribers there are now */
    int joined() {
        return ++subscribers;
    }

    int left() {
        return --subscribers;
    }
}
