package dev.parley.work;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The claims of one queue's items and what becomes of them: the SQL of it. */
final class WorkStore {

    private static final String COLUMNS = "client_id, id, subject_id, payload, order_key, attempts, request_id";

    private static final String NEXT =
            """
            from work_items
             where client_id = private.client_id() and queue = ? and due_at <= ?
             order by due_at, id limit 1 for update skip locked""";

    private static final String NEXT_WAITING = "select " + COLUMNS + " " + NEXT;

    private static final String LEASE =
            """
            update work_items set status = 'running', attempts = attempts + 1, lease_id = ?, lease_owner = ?, due_at = ?
             where client_id = private.client_id() and id = (select id %s)
            returning %s"""
                    .formatted(NEXT, COLUMNS);

    private static final String MINE = " where client_id = private.client_id() and id = ? and ";

    /** An item of a {@link TransactionHandler} has no lease, and stays waiting for as long as it is worked on. */
    private static final String HELD_BY =
            MINE + "lease_id is not distinct from ?::uuid and status in ('waiting', 'running')";

    private static final String FINISH =
            """
            update work_items set status = ?, attempts = ?, due_at = null, lease_id = null, lease_owner = null,
                   error_code = ?, finished_at = ?"""
                    + HELD_BY;

    private static final String RETRY =
            """
            update work_items set status = 'waiting', attempts = ?, due_at = ?, lease_id = null, lease_owner = null,
                   error_code = ?"""
                    + HELD_BY;

    private final Persistence persistence;
    private final Clock clock;
    private final Queue queue;

    WorkStore(Persistence persistence, Clock clock, Queue queue) {
        this.persistence = persistence;
        this.clock = clock;
        this.queue = queue;
    }

    Instant now() {
        return clock.instant();
    }

    <T extends @Nullable Object> T inClient(UUID clientId, Work<T> work) {
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, work);
    }

    List<UUID> dueClients() {
        return persistence.inClient(
                Context.system(DatabaseRole.JOBS),
                Mode.READ,
                transaction -> Sql.list(
                        transaction,
                        "select client_id from private.clients_with_due_work(?, ?)",
                        row -> row.getObject(1, UUID.class),
                        queue.name(),
                        now()));
    }

    /** The client's next item that is due, locked for this transaction; items that another node works on are passed over. */
    Optional<WorkItem> next(Transaction transaction) throws SQLException {
        return Sql.first(transaction, NEXT_WAITING, row -> item(row, row.getInt(6) + 1), queue.name(), now());
    }

    /** Takes the client's next item that is due; also one whose lease has run out. */
    Optional<WorkItem> lease(UUID clientId, UUID leaseId, String owner) {
        return inClient(
                clientId,
                transaction -> Sql.first(
                        transaction,
                        LEASE,
                        row -> item(row, row.getInt(6)),
                        leaseId,
                        owner,
                        now().plus(queue.lease()),
                        queue.name(),
                        now()));
    }

    /** @return whether it is still ours */
    boolean extend(WorkItem item, UUID leaseId) {
        return inClient(
                item.clientId(),
                transaction -> Sql.update(
                                transaction,
                                "update work_items set due_at = ?" + MINE + "lease_id = ?",
                                now().plus(queue.lease()),
                                item.id(),
                                leaseId)
                        == 1);
    }

    /** @return whether it is still ours */
    boolean progress(WorkItem item, UUID leaseId, int done, int total) {
        return inClient(
                item.clientId(),
                transaction -> Sql.update(
                                transaction,
                                "update work_items set progress_done = ?, progress_total = ?" + MINE + "lease_id = ?",
                                done,
                                total,
                                item.id(),
                                leaseId)
                        == 1);
    }

    /** Puts it back as if it had not been taken: this node ends. */
    void release(WorkItem item, UUID leaseId) {
        inClient(
                item.clientId(),
                transaction -> Sql.update(transaction, RETRY, item.attempt() - 1, now(), null, item.id(), leaseId));
    }

    /** The item is done, and its order key's next one is due. @return whether it was still ours */
    boolean finish(Transaction transaction, WorkItem item, @Nullable UUID leaseId) throws SQLException {
        int ended = queue.doneKept().isZero()
                ? Sql.update(transaction, "delete from work_items" + HELD_BY, item.id(), leaseId)
                : Sql.update(transaction, FINISH, "done", item.attempt(), null, now(), item.id(), leaseId);
        return ended == 1 && releaseNext(transaction, item);
    }

    /** @return whether it was still ours */
    boolean giveUp(Transaction transaction, WorkItem item, @Nullable UUID leaseId, String code) throws SQLException {
        return Sql.update(transaction, FINISH, "given_up", item.attempt(), code, now(), item.id(), leaseId) == 1
                && releaseNext(transaction, item);
    }

    boolean retry(Transaction transaction, WorkItem item, @Nullable UUID leaseId, Verdict verdict) throws SQLException {
        return Sql.update(
                        transaction,
                        RETRY,
                        item.attempt(),
                        now().plus(verdict.retryAfter()),
                        verdict.code(),
                        item.id(),
                        leaseId)
                == 1;
    }

    private boolean releaseNext(Transaction transaction, WorkItem item) throws SQLException {
        if (item.orderKey() != null) {
            OrderKeys.lock(transaction, queue.name(), item.orderKey());
            OrderKeys.releaseNext(transaction, queue.name(), item.orderKey(), now());
        }
        return true;
    }

    private static WorkItem item(ResultSet row, int attempt) throws SQLException {
        return new WorkItem(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                attempt,
                row.getString(7));
    }
}
