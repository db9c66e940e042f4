package dev.parley.knowledge;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How far documents are that are being embedded right now. */
@ApplicationScoped
public class DocumentProgress {

    /** Chunks. */
    public record Chunks(int done, int total) {}

    private final DocumentQueue queue;

    @Inject
    DocumentProgress(DocumentQueue queue) {
        this.queue = queue;
    }

    /** Those that wait, or are still being read, are left out. */
    public Map<UUID, Chunks> of(Transaction transaction, Collection<UUID> ids) throws SQLException {
        var found = new HashMap<UUID, Chunks>();
        queue.running(transaction).forEach((id, item) -> {
            if (ids.contains(id) && item.done() != null && item.total() != null) {
                found.put(id, new Chunks(item.done(), item.total()));
            }
        });
        return found;
    }
}
