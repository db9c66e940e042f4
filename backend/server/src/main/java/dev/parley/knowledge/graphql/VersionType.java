package dev.parley.knowledge.graphql;

import dev.parley.knowledge.DocumentVersion;
import dev.parley.knowledge.DocumentVersions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a document as the API shows it. */
public record VersionType(DocumentVersion version) {

    DocumentVersions.Key key() {
        return new DocumentVersions.Key(version.documentId(), version.number());
    }

    public Integer getNumber() {
        return version.number();
    }

    public String getContentType() {
        return version.contentType();
    }

    public @Nullable String getLanguage() {
        return version.language();
    }

    public Integer getCharacters() {
        return version.characters();
    }

    public @Nullable Integer getRestoredFrom() {
        return version.restoredFrom();
    }

    public @Nullable String getCreatedBy() {
        return version.createdByEmail();
    }

    public Instant getCreatedAt() {
        return version.createdAt();
    }
}
