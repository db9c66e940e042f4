package dev.parley.work;

import dev.parley.NodeRoles;
import dev.parley.persistence.Persistence;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** All queues on this node, when it is a worker. */
@ApplicationScoped
class Workers {

    /** Helidon stops listening at priority 0; the database goes when beans are destroyed, after all observers. */
    private static final int AFTER_THE_SERVER_STOPPED = 100;

    private final Persistence persistence;
    private final Clock clock;
    private final WorkQueues queues;
    private final Instance<QueueHandler> handlers;
    private final List<QueueWorker> workers = new CopyOnWriteArrayList<>();

    @Inject
    Workers(Persistence persistence, Clock clock, WorkQueues queues, @Any Instance<QueueHandler> handlers) {
        this.persistence = persistence;
        this.clock = clock;
        this.queues = queues;
        this.handlers = handlers;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (!NodeRoles.from(ConfigProvider.getConfig()).worker()) {
            return;
        }
        var node = UUID.randomUUID().toString();
        for (var handler : handlers) {
            var worker = new QueueWorker(new WorkStore(persistence, clock, handler.queue()), handler, node);
            workers.add(worker);
            if (!queues.onAdded(handler.queue().name(), worker::wake)) {
                throw new IllegalStateException(
                        "Two handlers for the queue " + handler.queue().name());
            }
        }
    }

    /** What is in work is brought to its end while there is a database. */
    void stop(@Observes @Priority(AFTER_THE_SERVER_STOPPED) @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        workers.parallelStream().forEach(QueueWorker::close);
    }
}
