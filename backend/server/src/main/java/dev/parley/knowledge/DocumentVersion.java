package dev.parley.knowledge;

import dev.parley.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the contents that a document had, without the content itself.
 *
 * @param number from 1
 * @param restoredFrom the number of the version that it repeats
 * @param createdByEmail as it was then; the name of a program's token
 * @param characters of its content
 */
public record DocumentVersion(
        UUID documentId,
        int number,
        String contentType,
        @Nullable String language,
        @Nullable Integer restoredFrom,
        @Nullable String createdByEmail,
        Instant createdAt,
        int characters) {

    static final String COLUMNS =
            "v.document_id, v.number, v.content_type, v.language, v.restored_from, v.created_by_email,"
                    + " v.created_at, length(v.content)";

    static DocumentVersion of(ResultSet row) throws SQLException {
        return new DocumentVersion(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Integer.class),
                row.getString(6),
                Rows.instant(row, 7),
                row.getInt(8));
    }
}
