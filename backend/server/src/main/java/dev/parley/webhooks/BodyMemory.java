package dev.parley.webhooks;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Memory for bodies of which nobody knows yet who sent them: so much for all, and a part of it for those that name one
 * client. Where there is none left, a body that has been on its way for long makes room: a real one takes milliseconds.
 * Who came last goes first: the room that is made is not for those who were there before and take what they can get.
 */
final class BodyMemory {

    /** What a body costs before its first byte: a thread and its buffers. */
    private static final int BEGUN_BYTES = 16 << 10;

    /** Of reading: what a body waited for us is not its sender's slowness. */
    private static final Duration LONG = Duration.ofSeconds(2);
    /** All may be waiting for each other, each with a part of the room. Then those who came before have to go. */
    private static final Duration STUCK = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private static final Comparator<Share> LAST_FIRST = Comparator.comparingLong(share -> -share.number);
    private static final Comparator<Share> GOING_AND_LARGEST_FIRST =
            Comparator.comparing((Share share) -> !share.isLeaving).thenComparing(share -> -share.bytes);

    private final long forAll;
    private final long forOne;
    private final LongSupplier nanoTime;
    private final Lock lock = new ReentrantLock(true);
    private final AtomicLong opened = new AtomicLong();
    private final Set<Share> shares = new HashSet<>();
    private final Map<UUID, NavigableSet<Share>> waiting = new HashMap<>();
    private final Map<UUID, Long> taken = new HashMap<>();
    private long takenByAll;

    /** @param forAll bytes; @param forOne bytes for bodies that name the same client, fewer than forAll */
    BodyMemory(long forAll, long forOne) {
        this(forAll, forOne, System::nanoTime);
    }

    /** @param nanoTime by which a body is long on its way, and somebody has waited for long */
    BodyMemory(long forAll, long forOne, LongSupplier nanoTime) {
        this.forAll = forAll;
        this.forOne = forOne;
        this.nanoTime = nanoTime;
    }

    /** @throws ParleyException UPSTREAM_UNAVAILABLE when there is no room, not even after a while */
    Share open(UUID clientId) {
        var share = new Share(clientId);
        share.take(BEGUN_BYTES);
        return share;
    }

    /** How many bodies wait for room. */
    int waiting() {
        var count = new AtomicInteger();
        locked(() -> waiting.values().forEach(line -> count.addAndGet(line.size())));
        return count.get();
    }

    /** What one body takes. Used by the thread that reads it. */
    final class Share implements AutoCloseable {

        private final UUID clientId;
        private final long number = opened.incrementAndGet();
        private long begun = nanoTime.getAsLong();
        private final Condition changed = lock.newCondition();
        private long bytes;
        private int wanted;
        private boolean isLeaving;
        private @Nullable Runnable cutOff;

        private Share(UUID clientId) {
            this.clientId = clientId;
        }

        /** @param cutOff ends the reading, for when others need the room; null when there is nothing to read any more */
        void reading(@Nullable Runnable cutOff) {
            locked(() -> this.cutOff = cutOff);
        }

        /** @throws ParleyException UPSTREAM_UNAVAILABLE when there is no room, not even after a while */
        void take(int more) {
            locked(() -> {
                var mine = cutOff;
                cutOff = null; // who waits for us does not keep others waiting
                awaitRoom(more);
                cutOff = mine;
                count(more);
                shares.add(this);
            });
        }

        void give(long less) {
            locked(() -> {
                count(-less);
                wakeTheFirst();
            });
        }

        @Override
        public void close() {
            locked(() -> {
                if (shares.remove(this)) {
                    count(-bytes);
                    wakeTheFirst();
                }
            });
        }

        private void awaitRoom(int more) {
            long asked = nanoTime.getAsLong();
            wanted = more;
            var line = waiting.computeIfAbsent(clientId, client -> new TreeSet<>(LAST_FIRST));
            line.add(this);
            try {
                while (!mayTake()) {
                    long waited = nanoTime.getAsLong() - asked;
                    if (isLeaving || waited > PATIENCE.toNanos()) {
                        throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "Too many webhooks at once");
                    }
                    askForRoom(waited > STUCK.toNanos());
                    var nextLook = isFirstInLine() ? LOOK_EVERY : STUCK;
                    changed.await(nextLook.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "The webhook was cut off", e);
            } finally {
                begun += nanoTime.getAsLong() - asked;
                wanted = 0;
                line.remove(this);
                if (line.isEmpty()) {
                    waiting.remove(clientId);
                }
                wakeTheFirst();
            }
        }

        private boolean mayTake() {
            return isFirstInLine() && isWithinItsOwn() && takenByAll + wanted <= forAll && !yields();
        }

        private void askForRoom(boolean stuck) {
            if (isFirstInLine() && !isWithinItsOwn()) {
                makeRoom(clientId, takenBy(clientId) + wanted - forOne, stuck);
            } else if (isFirstInLine() && !yields()) {
                makeRoom(greediest(), takenByAll + wanted - forAll, stuck);
            }
        }

        /** Sends as many of a client's away as take so much, those that are going already and then the largest first. */
        private void makeRoom(UUID clientId, long missing, boolean stuck) {
            var canLeave = shares.stream()
                    .filter(share -> share.clientId.equals(clientId) && share != this)
                    .filter(share ->
                            share.isLeaving || share.cutOff != null && share.isLong() || stuck && share.wanted > 0)
                    .sorted(GOING_AND_LARGEST_FIRST)
                    .toList();
            long left = missing;
            for (var share : canLeave) {
                if (left > 0) {
                    left -= share.bytes;
                    share.leave();
                }
            }
        }

        private boolean isFirstInLine() {
            return waiting.get(clientId).first() == this;
        }

        private boolean isWithinItsOwn() {
            return takenBy(clientId) + wanted <= forOne;
        }

        /** Of clients that are within their own, the one that has least goes first. */
        private boolean yields() {
            return waiting.values().stream()
                    .map(SortedSet::first)
                    .anyMatch(other -> other.isWithinItsOwn() && takenBy(other.clientId) < takenBy(clientId));
        }

        private void count(long change) {
            bytes += change;
            takenByAll += change;
            taken.merge(clientId, change, (before, by) -> before + by == 0 ? null : before + by);
        }

        private boolean isLong() {
            return nanoTime.getAsLong() - begun > LONG.toNanos();
        }

        private void leave() {
            isLeaving = true; // which ends its waiting
            changed.signal();
            if (cutOff != null) {
                cutOff.run();
                cutOff = null;
            }
        }
    }

    private void wakeTheFirst() {
        waiting.values().forEach(line -> line.first().changed.signal());
    }

    private long takenBy(UUID clientId) {
        return taken.getOrDefault(clientId, 0L);
    }

    private UUID greediest() {
        return taken.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
