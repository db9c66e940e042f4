package dev.parley.work;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Claim, effects and end are one transaction. A node that dies has its items unlocked by the database. */
final class TransactionRunner extends ItemRunner {

    private final TransactionHandler handler;

    TransactionRunner(WorkStore store, TransactionHandler handler) {
        super(store, handler);
        this.handler = handler;
    }

    @Override
    boolean runNext(UUID clientId) {
        var claimed = new AtomicReference<@Nullable WorkItem>();
        try {
            return store.inClient(clientId, transaction -> {
                var next = store.next(transaction);
                if (next.isEmpty()) {
                    return false;
                }
                var item = next.get();
                claimed.set(item);
                traced(item);
                handler.handle(transaction, item);
                store.finish(transaction, item, null);
                return true;
            });
        } catch (RuntimeException e) {
            var item = claimed.get();
            if (item == null) {
                throw e;
            }
            failed(item, null, e);
            return true;
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    @Override
    void abandon() {
        // The connections go, and with them the locks.
    }
}
