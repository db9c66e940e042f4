package dev.parley.webhooks;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Memory for bodies of which nobody knows yet who sent them: so much for all, and a part of it for those that name one
 * client. Where there is none left, a body that has been on its way for long makes room: a real one takes milliseconds.
 */
final class BodyMemory {

    /** What a body costs before its first byte: a thread and its buffers. */
    private static final int BEGUN_BYTES = 16 << 10;

    private static final Duration LONG = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final long forAll;
    private final long forOne;
    private final LongSupplier nanoTime;
    private final Lock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Set<Share> shares = new LinkedHashSet<>();
    private final Map<UUID, Long> taken = new HashMap<>();
    private long takenByAll;

    /** @param forAll bytes; @param forOne bytes for bodies that name the same client, fewer than forAll */
    BodyMemory(long forAll, long forOne) {
        this(forAll, forOne, System::nanoTime);
    }

    /** @param nanoTime by which a body is long on its way */
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

    /** What one body takes. Used by the thread that reads it. */
    final class Share implements AutoCloseable {

        private final UUID clientId;
        private long begun = nanoTime.getAsLong();
        private long bytes;
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
                long asked = nanoTime.getAsLong();
                awaitRoom(more);
                begun += nanoTime.getAsLong() - asked; // nor is it the sender's slowness
                cutOff = mine;
                count(more);
                shares.add(this);
            });
        }

        void give(long less) {
            locked(() -> {
                count(-less);
                changed.signalAll();
            });
        }

        @Override
        public void close() {
            locked(() -> {
                if (shares.remove(this)) {
                    count(-bytes);
                    changed.signalAll();
                }
            });
        }

        private void awaitRoom(int more) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!hasRoom(more)) {
                if (System.nanoTime() > end) {
                    throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "Too many webhooks at once");
                }
                makeRoom(isWithinItsOwn(more) ? greediest() : clientId);
                try {
                    changed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "The webhook was cut off", e);
                }
            }
        }

        private boolean hasRoom(int more) {
            return isWithinItsOwn(more) && takenByAll + more <= forAll;
        }

        private boolean isWithinItsOwn(int more) {
            return taken.getOrDefault(clientId, 0L) + more <= forOne;
        }

        private void count(long change) {
            bytes += change;
            takenByAll += change;
            taken.merge(clientId, change, (before, by) -> before + by == 0 ? null : before + by);
        }

        private boolean isLong() {
            return nanoTime.getAsLong() - begun > LONG.toNanos();
        }
    }

    private UUID greediest() {
        return taken.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** Cuts off what takes most of a client's room, of equals the oldest. */
    private void makeRoom(UUID clientId) {
        Predicate<Share> slow = share -> share.clientId.equals(clientId) && share.cutOff != null && share.isLong();
        shares.stream()
                .filter(slow)
                .min(Comparator.comparingLong((Share share) -> -share.bytes))
                .ifPresent(share -> {
                    share.cutOff.run();
                    share.cutOff = null;
                });
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
