package dev.parley.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as lists show it: without its content, which may be long.
 *
 * @param contentType text, markdown, html, or the media type of the file
 * @param source text or file
 * @param language ru or en; null when it is neither, or not clear
 * @param version rises when people change something, never when it is processed
 * @param currentNumber its newest version's
 * @param liveNumber of the version that is found; null: none yet
 * @param embeddingModel of the live version's embeddings
 * @param deletedAt it can be restored for 30 days
 */
public record Document(
        UUID id,
        String title,
        String contentType,
        JsonNode metadata,
        @Nullable String category,
        @Nullable Instant reviewBy,
        @Nullable String language,
        String source,
        @Nullable String fileName,
        String contentHash,
        DocumentStatus status,
        @Nullable DocumentFailure failure,
        long version,
        int currentNumber,
        @Nullable Integer liveNumber,
        @Nullable String embeddingModel,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        Instant createdAt,
        Instant updatedAt) {}
