package dev.parley.knowledge;

import dev.parley.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A passage of a document's live version.
 *
 * @param position from 0
 * @param start of its own text in the version's, in UTF-16 code units
 * @param end behind its own text
 * @param headingPath the headings above it, the highest first
 * @param leadLength how much at the start of text is repeated from before it, in UTF-16 code units
 */
public record DocumentChunk(
        UUID documentId,
        int position,
        int versionNumber,
        int start,
        int end,
        List<String> headingPath,
        int leadLength,
        String text) {

    static final String COLUMNS =
            "c.document_id, c.position, c.version_number, c.place_start, c.place_end, c.heading_path,"
                    + " c.lead_length, c.text";

    static DocumentChunk of(ResultSet row) throws SQLException {
        return new DocumentChunk(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                Rows.texts(row, 6),
                row.getInt(7),
                row.getString(8));
    }
}
