package dev.parley.work;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.MDC;

/** The item is leased in one transaction, and ended together with its effects in another one. */
final class LeaseRunner extends ItemRunner {

    private final LeaseHandler handler;
    private final String node;
    private final Map<UUID, WorkItem> held = new ConcurrentHashMap<>();

    LeaseRunner(WorkStore store, LeaseHandler handler, String node) {
        super(store, handler);
        this.handler = handler;
        this.node = node;
    }

    @Override
    boolean runNext(UUID clientId) {
        var leaseId = UUID.randomUUID();
        var leased = store.lease(clientId, leaseId, node);
        leased.ifPresent(item -> {
            held.put(leaseId, item);
            traced(item);
            try {
                run(item, leaseId);
            } finally {
                held.remove(leaseId);
                MDC.remove(REQUEST_ID);
            }
        });
        return leased.isPresent();
    }

    @SuppressWarnings("java:S2142") // a handler is interrupted only when the node ends
    private void run(WorkItem item, UUID leaseId) {
        try {
            if (item.attempt() > handler.queue().maxAttempts()) {
                throw WorkFailure.hopeless("NODES_LOST", "each node that took it was lost or lost its lease");
            }
            var effects = handler.handle(item, (done, total) -> {
                if (!store.progress(item, leaseId, done, total)) {
                    throw new LeaseLostException(item);
                }
            });
            store.inClient(item.clientId(), transaction -> {
                if (!store.finish(transaction, item, leaseId)) {
                    throw new LeaseLostException(item);
                }
                effects.apply(transaction);
                return null;
            });
        } catch (LeaseLostException e) {
            LOG.warn("{} item {}: {}", handler.queue().name(), item.id(), e.getMessage());
        } catch (Exception e) {
            failed(item, leaseId, e);
        }
    }

    /** What is in work here stays ours for another while. */
    void extend() {
        held.forEach((leaseId, item) -> {
            if (!store.extend(item, leaseId) && held.remove(leaseId, item)) {
                LOG.warn(
                        "The lease of {} item {} was lost while it was worked on",
                        handler.queue().name(),
                        item.id());
            }
        });
    }

    /** Puts back what is still in work: another node need not wait for the lease to run out. */
    @Override
    void abandon() {
        held.forEach((leaseId, item) -> store.release(item, leaseId));
    }
}
