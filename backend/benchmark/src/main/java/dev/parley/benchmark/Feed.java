package dev.parley.benchmark;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** What happens at one client: which events were written, and when. */
final class Feed {

    private static final int MOST = 1 << 16;

    private final UUID clientId;
    private final UUID leadId;
    private final AtomicLongArray committedAt = new AtomicLongArray(MOST);
    private final AtomicInteger head = new AtomicInteger();

    Feed(UUID clientId, UUID leadId) {
        this.clientId = clientId;
        this.leadId = leadId;
    }

    UUID clientId() {
        return clientId;
    }

    UUID leadId() {
        return leadId;
    }

    /** An event is about to be committed. */
    void commits(int id) {
        committedAt.set(id, System.nanoTime());
        head.accumulateAndGet(id, Math::max);
    }

    /** Nanoseconds from when its commit was begun until now. */
    long ageOf(int id) {
        return System.nanoTime() - committedAt.get(id);
    }

    int head() {
        return head.get();
    }
}
