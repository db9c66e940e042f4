package dev.parley.knowledge;

import dev.parley.persistence.Transaction;
import dev.parley.work.ItemState;
import dev.parley.work.NewItem;
import dev.parley.work.Queue;
import dev.parley.work.WorkQueues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Documents that wait to be processed. An item says which; what is to be done follows from the document as it then is, so it
 * does not matter in which order several of one document are worked on: a later version is never replaced by an earlier one.
 */
@ApplicationScoped
class DocumentQueue {

    static final Queue QUEUE = Queue.named("documents").parallel(4, 2).leasedFor(Duration.ofSeconds(30));

    private static final int MOST_RUNNING = 1_000;

    private final WorkQueues work;

    @Inject
    DocumentQueue(WorkQueues work) {
        this.work = work;
    }

    void add(Transaction transaction, UUID documentId) throws SQLException {
        work.add(transaction, QUEUE, NewItem.about(documentId));
    }

    /** Unless the same was added before and is not done. */
    boolean addOnce(Transaction transaction, UUID documentId, String reason) throws SQLException {
        return work.add(transaction, QUEUE, NewItem.about(documentId).once(documentId + " " + reason))
                .isPresent();
    }

    /** How far the documents are that are in work right now. */
    Map<UUID, ItemState> running(Transaction transaction) throws SQLException {
        return work.list(transaction, QUEUE, ItemState.Status.RUNNING, MOST_RUNNING).stream()
                .filter(item -> item.subjectId() != null)
                .collect(Collectors.toMap(ItemState::subjectId, Function.identity(), (one, other) -> other));
    }
}
