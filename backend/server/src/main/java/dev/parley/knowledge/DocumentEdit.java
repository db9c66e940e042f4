package dev.parley.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives for a document. Null leaves what is there, as does an empty optional.
 *
 * @param contentType as given: text, markdown, html, or a media type such as text/markdown
 * @param category holds an empty string: clear
 * @param reviewBy holds an empty optional: clear
 */
public record DocumentEdit(
        @Nullable String title,
        @Nullable String content,
        @Nullable String contentType,
        Optional<String> category,
        @Nullable List<String> tags,
        @Nullable JsonNode metadata,
        Optional<Optional<Instant>> reviewBy) {

    public DocumentEdit titled(String other) {
        return new DocumentEdit(other, content, contentType, category, tags, metadata, reviewBy);
    }
}
