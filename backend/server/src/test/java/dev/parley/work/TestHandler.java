package dev.parley.work;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Leaves an effect, and fails as it is told. */
final class TestHandler implements TransactionHandler {

    private final Queue queue;
    private final Map<UUID, RuntimeException> failing = new ConcurrentHashMap<>();
    final List<UUID> handled = new ArrayList<>();
    final List<String> givenUp = new ArrayList<>();

    TestHandler(Queue queue) {
        this.queue = queue;
    }

    void fail(UUID subject, RuntimeException failure) {
        failing.put(subject, failure);
    }

    void succeed(UUID subject) {
        failing.remove(subject);
    }

    @Override
    public Queue queue() {
        return queue;
    }

    @Override
    public void handle(Transaction transaction, WorkItem item) throws SQLException {
        WorkDatabase.effect(transaction, item, "one");
        if (failing.containsKey(item.subject())) {
            throw failing.get(item.subject());
        }
        handled.add(item.subject());
    }

    @Override
    public void givenUp(Transaction transaction, WorkItem item, String code) {
        givenUp.add(code);
    }
}
