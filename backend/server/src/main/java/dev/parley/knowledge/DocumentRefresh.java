package dev.parley.knowledge;

import dev.parley.clients.ClientSettings;
import dev.parley.jobs.Job;
import dev.parley.jobs.JobResult;
import dev.parley.jobs.JobRun;
import dev.parley.jobs.Schedule;
import dev.parley.knowledge.embeddings.Embedders;
import dev.parley.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** After another embedding model or other chunk sizes were chosen, documents are processed anew, one after the other. */
@ApplicationScoped
class DocumentRefresh {

    private static final int AT_ONCE = 500;

    private static final String OUTDATED =
            """
            select id from knowledge_documents
             where client_id = private.client_id() and deleted_at is null and live_number is not null
               and (embedding_model <> ? or chunked_with <> ?)
             order by id limit\s"""
                    + AT_ONCE;

    private final ClientSettings clients;
    private final Embedders embedders;
    private final DocumentQueue queue;
    private final Clock clock;

    @Inject
    DocumentRefresh(ClientSettings clients, Embedders embedders, DocumentQueue queue, Clock clock) {
        this.clients = clients;
        this.embedders = embedders;
        this.queue = queue;
        this.clock = clock;
    }

    @Produces
    static Job job(DocumentRefresh refresh) {
        return Job.forEachClient("document-refresh", Schedule.every(Duration.ofMinutes(1)), refresh::run);
    }

    /** One that was given up is tried again the next day. */
    JobResult run(JobRun run) {
        var clientId = run.clientId();
        var model = embedders.of(clientId).model();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        run.write(transaction -> {
            var chunkedWith = DocumentTask.name(ChunkSizes.of(clients.find(transaction)));
            var outdated = Sql.list(transaction, OUTDATED, row -> row.getObject(1, UUID.class), model, chunkedWith);
            for (var id : outdated) {
                queue.addOnce(transaction, id, model + " " + chunkedWith + " " + today);
            }
            return null;
        });
        return JobResult.SUCCEEDED;
    }
}
