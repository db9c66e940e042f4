package dev.parley.knowledge;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Sql;
import dev.parley.retention.Forgetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deleted documents go for good after 30 days; embeddings that nothing was made of for 90 days go, too. */
@ApplicationScoped
class KnowledgeRetention implements Forgetting {

    private static final Duration DELETED_KEPT = Duration.ofDays(30);
    private static final Duration UNUSED_KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 500;

    private final Persistence persistence;
    private final Clock clock;

    @Inject
    KnowledgeRetention(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "documents and embeddings";
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<UUID> clientsWithOld() {
        return persistence.inClient(
                Context.system(DatabaseRole.JOBS),
                Mode.READ,
                transaction -> Sql.list(
                        transaction,
                        "select client_id from private.clients_with_old_knowledge(?, ?)",
                        row -> row.getObject(1, UUID.class),
                        before(DELETED_KEPT),
                        before(UNUSED_KEPT)));
    }

    @Override
    public int forgetSome(UUID clientId) {
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            int documents = Sql.update(
                    transaction,
                    """
                    delete from knowledge_documents where client_id = private.client_id() and id in (
                           select id from knowledge_documents where client_id = private.client_id() and deleted_at < ? limit ?)""",
                    before(DELETED_KEPT),
                    AT_ONCE);
            int embeddings = Sql.update(
                    transaction,
                    """
                    delete from knowledge_embeddings where client_id = private.client_id() and (model, content_hash) in (
                           select model, content_hash from knowledge_embeddings
                            where client_id = private.client_id() and used_at < ? limit ?)""",
                    before(UNUSED_KEPT),
                    AT_ONCE - documents);
            return documents + embeddings;
        });
    }

    private Instant before(Duration kept) {
        return clock.instant().minus(kept);
    }
}
