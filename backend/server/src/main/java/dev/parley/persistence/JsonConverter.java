package dev.parley.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A jsonb column as a tree. */
@Converter
public class JsonConverter implements AttributeConverter<JsonNode, Object> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable JsonNode tree) {
        return tree == null ? null : Columns.object("jsonb", tree.toString());
    }

    @Override
    public @Nullable JsonNode convertToEntityAttribute(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        try {
            return JSON.readTree(column instanceof PGobject object ? object.getValue() : column.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A jsonb column holds no JSON", e);
        }
    }

    /** Values of types that JDBC has no name for. */
    static final class Columns {

        private Columns() {}

        static PGobject object(String type, String value) {
            try {
                var object = new PGobject();
                object.setType(type);
                object.setValue(value);
                return object;
            } catch (SQLException e) {
                throw new IllegalStateException("PGobject takes any string", e);
            }
        }
    }
}
