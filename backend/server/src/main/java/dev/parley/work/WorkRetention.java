package dev.parley.work;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Sql;
import dev.parley.retention.Forgetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Deletes items that are finished and have been kept for as long as their queue says. */
@ApplicationScoped
class WorkRetention implements Forgetting {

    private static final int AT_ONCE = 500;

    private static final String DELETE =
            """
            delete from work_items where client_id = private.client_id() and id in (
                select w.id from work_items w where w.client_id = private.client_id() and w.queue = ?
                   and (w.status = 'done' and w.finished_at < ? or w.status = 'given_up' and w.finished_at < ?)
                 limit ?)""";

    private final Persistence persistence;
    private final Clock clock;
    private final List<Queue> queues;

    @Inject
    WorkRetention(Persistence persistence, Clock clock, @Any Instance<QueueHandler> handlers) {
        this(persistence, clock, handlers.stream().map(QueueHandler::queue).toList());
    }

    WorkRetention(Persistence persistence, Clock clock, List<Queue> queues) {
        this.persistence = persistence;
        this.clock = clock;
        this.queues = queues;
    }

    @Override
    public String what() {
        return "work items";
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<UUID> clientsWithOld() {
        return persistence.inClient(Context.system(DatabaseRole.JOBS), Mode.READ, transaction -> {
            var clients = new LinkedHashSet<UUID>();
            for (var queue : queues) {
                clients.addAll(Sql.list(
                        transaction,
                        "select client_id from private.clients_with_finished_work(?, ?, ?)",
                        row -> row.getObject(1, UUID.class),
                        queue.name(),
                        before(queue.doneKept()),
                        before(queue.givenUpKept())));
            }
            return List.copyOf(clients);
        });
    }

    @Override
    public int forgetSome(UUID clientId) {
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            int deleted = 0;
            for (var queue : queues) {
                deleted += Sql.update(
                        transaction,
                        DELETE,
                        queue.name(),
                        before(queue.doneKept()),
                        before(queue.givenUpKept()),
                        AT_ONCE - deleted);
            }
            return deleted;
        });
    }

    private Instant before(Duration kept) {
        return clock.instant().minus(kept);
    }
}
