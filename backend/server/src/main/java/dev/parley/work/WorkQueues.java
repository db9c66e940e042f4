package dev.parley.work;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.MDC;

/** Adds items, lists them and puts them back, in the caller's own transaction. */
@ApplicationScoped
public class WorkQueues {

    private final Clock clock;
    private final Map<String, Runnable> wakers = new ConcurrentHashMap<>();

    @Inject
    public WorkQueues(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param wake called after items of the queue were added on this node
     * @return whether it is the first of the queue
     */
    boolean onAdded(String queue, Runnable wake) {
        return wakers.put(queue, wake) == null;
    }

    /**
     * Adds an item. It is worked on after the commit: at once on this node when it is a worker, within a second on others.
     *
     * @return its id; empty when its dedupe key is known
     */
    public OptionalLong add(Transaction transaction, Queue queue, NewItem item) throws SQLException {
        var now = clock.instant();
        boolean held = false;
        if (item.orderKey() != null) {
            OrderKeys.lock(transaction, queue.name(), item.orderKey());
            held = OrderKeys.hasUnfinished(transaction, queue.name(), item.orderKey());
        }
        var id = Sql.first(
                transaction,
                """
                insert into work_items (client_id, queue, subject_id, payload, dedupe_key, order_key, status, due_at,
                       request_id, added_at)
                values (private.client_id(), ?, ?::uuid, ?::jsonb, ?, ?, ?, ?::timestamptz, ?, ?)
                on conflict (client_id, queue, dedupe_key) where dedupe_key is not null do nothing
                returning id""",
                row -> row.getLong(1),
                queue.name(),
                item.subjectId(),
                item.payload(),
                item.dedupeKey(),
                item.orderKey(),
                held ? "held" : "waiting",
                held ? null : now,
                MDC.get(ItemRunner.REQUEST_ID),
                now);
        if (id.isPresent() && !held) {
            wakeAfter(transaction, queue);
        }
        return id.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /**
     * Puts an item back that was given up: all attempts are before it again. Of its order key it is the next one.
     *
     * @return false when there is no such item
     */
    public boolean retry(Transaction transaction, Queue queue, long id) throws SQLException {
        var item = find(transaction, queue, id);
        if (item.isEmpty()) {
            return false;
        }
        var key = item.get().orderKey();
        boolean held = false;
        if (key != null) {
            OrderKeys.lock(transaction, queue.name(), key);
            held = OrderKeys.hasUnfinished(transaction, queue.name(), key);
        }
        boolean back = Sql.update(
                        transaction,
                        """
                        update work_items set status = ?, due_at = ?::timestamptz, attempts = 0, finished_at = null
                         where client_id = private.client_id() and queue = ? and id = ? and status = 'given_up'""",
                        held ? "held" : "waiting",
                        held ? null : clock.instant(),
                        queue.name(),
                        id)
                == 1;
        if (back && !held) {
            wakeAfter(transaction, queue);
        }
        return back;
    }

    /** Items of the client in a status, the oldest first. */
    public List<ItemState> list(Transaction transaction, Queue queue, ItemState.Status status, int limit)
            throws SQLException {
        return Sql.list(
                transaction,
                ItemState.SELECT + " and status = ? order by id limit ?",
                ItemState::of,
                queue.name(),
                status.stored(),
                limit);
    }

    /** How far an item is; empty when there is none or it is no longer kept. */
    public Optional<ItemState> find(Transaction transaction, Queue queue, long id) throws SQLException {
        return Sql.first(transaction, ItemState.SELECT + " and id = ?", ItemState::of, queue.name(), id);
    }

    private void wakeAfter(Transaction transaction, Queue queue) {
        transaction.afterCommit(
                () -> wakers.getOrDefault(queue.name(), () -> {}).run());
    }
}
