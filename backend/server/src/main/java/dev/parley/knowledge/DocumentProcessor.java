package dev.parley.knowledge;

import dev.parley.clients.ClientSettings;
import dev.parley.gateway.UpstreamException;
import dev.parley.knowledge.chunks.Chunker;
import dev.parley.knowledge.embeddings.Embedder;
import dev.parley.knowledge.embeddings.Embedders;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import dev.parley.work.LeaseHandler;
import dev.parley.work.Progress;
import dev.parley.work.Queue;
import dev.parley.work.WorkFailure;
import dev.parley.work.WorkItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Makes a document's newest version the one that is found: its text, chunks and embeddings, beside the live version, which
 * is replaced when all is there. Whatever happens before leaves the live one alone.
 */
@ApplicationScoped
class DocumentProcessor implements LeaseHandler {

    private static final Effects NONE = transaction -> {};

    private final Persistence persistence;
    private final ClientSettings clients;
    private final DocumentVersions versions;
    private final VersionReader reader;
    private final Embedders embedders;
    private final ChunkEmbeddings embeddings;
    private final LiveVersions live;

    @Inject
    @SuppressWarnings("java:S107") // each is a step of the way
    DocumentProcessor(
            Persistence persistence,
            ClientSettings clients,
            DocumentVersions versions,
            VersionReader reader,
            Embedders embedders,
            ChunkEmbeddings embeddings,
            LiveVersions live) {
        this.persistence = persistence;
        this.clients = clients;
        this.versions = versions;
        this.reader = reader;
        this.embedders = embedders;
        this.embeddings = embeddings;
        this.live = live;
    }

    @Override
    public Queue queue() {
        return DocumentQueue.QUEUE;
    }

    @Override
    public Effects handle(WorkItem item, Progress progress) throws IOException, InterruptedException {
        var task = persistence.inClient(
                Context.jobs(item.clientId()),
                Mode.READ,
                transaction -> DocumentTask.of(
                        transaction, item.subject(), versions, ChunkSizes.of(clients.find(transaction))));
        var embedder = embedders.of(item.clientId());
        if (task.isEmpty() || task.get().isDone(embedder.model())) {
            return NONE;
        }
        try {
            return processed(item, task.get(), embedder, progress);
        } catch (VersionReader.NoTextException e) {
            return transaction -> live.failed(transaction, task.get().version(), e.reason());
        } catch (UpstreamException e) {
            throw failure(e);
        }
    }

    private Effects processed(WorkItem item, DocumentTask task, Embedder embedder, Progress progress)
            throws VersionReader.NoTextException, IOException, InterruptedException {
        var read = reader.read(item.clientId(), task);
        var chunks = new Chunker(task.settings()).chunks(read.content().text());
        if (chunks.isEmpty()) {
            throw new VersionReader.NoTextException(DocumentFailure.EMPTY);
        }
        var vectors = embeddings.of(item.clientId(), item.subject(), chunks, embedder, progress);
        var processed = new LiveVersions.Processed(
                task.version(), read, chunks, vectors, embedder.model(), DocumentTask.name(task.settings()));
        return transaction -> live.replace(transaction, processed);
    }

    private static WorkFailure failure(UpstreamException e) {
        var message = "embedding: " + e.code();
        return switch (e) {
            case UpstreamException.Refused refused ->
                WorkFailure.hopeless(DocumentFailure.EMBEDDINGS_REFUSED.name(), message);
            case UpstreamException.Throttled throttled
            when throttled.retryAfter().isPresent() ->
                WorkFailure.retryAfter(
                        throttled.retryAfter().get(), DocumentFailure.EMBEDDINGS_UNAVAILABLE.name(), message);
            default -> WorkFailure.temporary(DocumentFailure.EMBEDDINGS_UNAVAILABLE.name(), message);
        };
    }

    @Override
    public void givenUp(Transaction transaction, WorkItem item, String code) throws SQLException {
        live.failed(transaction, item.subject(), DocumentFailure.ofCode(code));
    }
}
