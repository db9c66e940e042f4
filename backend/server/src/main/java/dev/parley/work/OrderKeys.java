package dev.parley.work;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Items of one order key of a client. Only the first unfinished one is ever due, the others are held; so a failed item with
 * thousands behind it costs the search for due work nothing.
 */
final class OrderKeys {

    private OrderKeys() {}

    /** Until the commit nobody else adds an item of the key or ends one: an item cannot be held by one that has just ended. */
    static void lock(Transaction transaction, String queue, String key) throws SQLException {
        Sql.first(
                transaction,
                "select pg_advisory_xact_lock(hashtextextended('parley.work.' || private.client_id() || '.' || ? || '.' || ?, 0))",
                row -> true,
                queue,
                key);
    }

    static boolean hasUnfinished(Transaction transaction, String queue, String key) throws SQLException {
        return Sql.first(
                        transaction,
                        "select 1 from work_items where client_id = private.client_id() and queue = ? and order_key = ?"
                                + " and finished_at is null limit 1",
                        row -> true,
                        queue,
                        key)
                .isPresent();
    }

    static void releaseNext(Transaction transaction, String queue, String key, Instant now) throws SQLException {
        Sql.update(
                transaction,
                """
                update work_items set status = 'waiting', due_at = ?
                 where client_id = private.client_id() and id = (
                       select id from work_items where client_id = private.client_id() and queue = ? and order_key = ?
                          and finished_at is null order by id limit 1)
                   and status = 'held'""",
                now,
                queue,
                key);
    }
}
