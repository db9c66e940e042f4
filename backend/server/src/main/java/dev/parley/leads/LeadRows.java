package dev.parley.leads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Leads as they are shown: apart from the entities that change them. */
final class LeadRows {

    static final Rows<Lead> ALL = new Rows<>(
            "id, source_conversation_id, name, email, phone, company, status, notes, conversation_summary,"
                    + " extracted_entities, lead_quality_score, evidence, score_signals, version, created_at, updated_at",
            "leads",
            "created_at",
            LeadRows::read);

    private static final ObjectMapper JSON = new ObjectMapper();

    private LeadRows() {}

    private static Lead read(ResultSet row) throws SQLException {
        return new Lead(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                json(row, 10),
                row.getInt(11),
                json(row, 12),
                json(row, 13),
                row.getLong(14),
                Rows.instant(row, 15),
                Rows.instant(row, 16));
    }

    private static JsonNode json(ResultSet row, int column) throws SQLException {
        try {
            return JSON.readTree(row.getString(column));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A jsonb column holds no JSON", e);
        }
    }
}
