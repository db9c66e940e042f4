package dev.parley.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Documents as they are shown. */
final class DocumentRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentRows() {}

    static Rows<Document> by(DocumentOrder order) {
        return new Rows<>(
                "id, title, content_type, metadata, category, review_by, language, source, file_name, content_hash, status,"
                        + " failure, version, current_number, live_number, embedding_model, archived_at, deleted_at,"
                        + " created_at, updated_at",
                "knowledge_documents",
                order.column(),
                DocumentRows::read);
    }

    private static Document read(ResultSet row) throws SQLException {
        return new Document(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                json(row.getString(4)),
                row.getString(5),
                Rows.instantOrNull(row, 6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                DocumentStatus.ofStored(row.getString(11)),
                Optional.ofNullable(row.getString(12))
                        .map(DocumentFailure::ofStored)
                        .orElse(null),
                row.getLong(13),
                row.getInt(14),
                row.getObject(15, Integer.class),
                row.getString(16),
                Rows.instantOrNull(row, 17),
                Rows.instantOrNull(row, 18),
                Rows.instant(row, 19),
                Rows.instant(row, 20));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A jsonb column holds no JSON", e);
        }
    }
}
