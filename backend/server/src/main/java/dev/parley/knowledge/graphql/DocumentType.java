package dev.parley.knowledge.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentFailure;
import dev.parley.knowledge.DocumentOrder;
import dev.parley.knowledge.DocumentStatus;
import dev.parley.knowledge.DocumentVersions;
import dev.parley.persistence.Position;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A document as the API shows it. */
@Type("Document")
@Description("Something that the client's agents answer from.")
public record DocumentType(Document document) {

    String cursor(DocumentOrder order) {
        var time = order == DocumentOrder.CREATED_AT ? document.createdAt() : document.updatedAt();
        return new Position(time, document.id()).encode();
    }

    DocumentVersions.Key current() {
        return new DocumentVersions.Key(document.id(), document.currentNumber());
    }

    DocumentVersions.@Nullable Key live() {
        return document.liveNumber() == null ? null : new DocumentVersions.Key(document.id(), document.liveNumber());
    }

    @Id
    @Description("Parley's id.")
    public String getId() {
        return document.id().toString();
    }

    @Description("Its title.")
    public String getTitle() {
        return document.title();
    }

    @Description("What it is: text, markdown, html, or the media type of the file, as found out by its content.")
    public String getContentType() {
        return document.contentType();
    }

    @Description("What its makers keep with it: a JSON object.")
    public JsonNode getMetadata() {
        return document.metadata();
    }

    @Description("Where people filed it.")
    public @Nullable String getCategory() {
        return document.category();
    }

    @Description("When somebody should look whether it is still true.")
    public @Nullable Instant getReviewBy() {
        return document.reviewBy();
    }

    @Description("Its language, ru or en; null when it is neither, or not clear.")
    public @Nullable String getLanguage() {
        return document.language();
    }

    @Description("Where it comes from: text, or file.")
    public String getSource() {
        return document.source();
    }

    @Description("The name of the file; null when it is of none.")
    public @Nullable String getFileName() {
        return document.fileName();
    }

    @Description("How far it is.")
    public DocumentStatus getStatus() {
        return document.status();
    }

    @Description("Why its newest version could not be processed; null unless it failed.")
    public @Nullable DocumentFailure getFailure() {
        return document.failure();
    }

    @Description(
            "Quote it when updating: an update with an older one is refused. It rises when people change something, never"
                    + " when the document is processed.")
    public Integer getVersion() {
        return Math.toIntExact(document.version());
    }

    @Description("The number of its newest version, from 1.")
    public Integer getVersionNumber() {
        return document.currentNumber();
    }

    @Description(
            "The number of the version that is found: it stays the one before until the newest one is ready. Null: none"
                    + " is found yet.")
    public @Nullable Integer getLiveVersionNumber() {
        return document.liveNumber();
    }

    @Description(
            "The model of the embeddings that it is found by; one that begins with offline matches words, not meaning.")
    public @Nullable String getEmbeddingModel() {
        return document.embeddingModel();
    }

    @Description("When it was deleted; until 30 days later restoreDocument brings it back.")
    public @Nullable Instant getDeletedAt() {
        return document.deletedAt();
    }

    @Description("When it was made.")
    public Instant getCreatedAt() {
        return document.createdAt();
    }

    @Description("When people last changed it.")
    public Instant getUpdatedAt() {
        return document.updatedAt();
    }

    static @Nullable DocumentType of(Optional<Document> document) {
        return document.map(DocumentType::new).orElse(null);
    }
}
