package dev.parley.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text[] column as a list. */
@Converter
public class TextArrayConverter implements AttributeConverter<List<String>, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable List<String> texts) {
        return texts == null ? null : JsonConverter.Columns.object("text[]", literal(texts));
    }

    @Override
    public @Nullable List<String> convertToEntityAttribute(@Nullable Object column) {
        try {
            return switch (column) {
                case null -> null;
                case Array array -> List.of((String[]) array.getArray());
                case String[] texts -> List.of(texts);
                default -> throw new IllegalArgumentException("Not a text[]: " + column.getClass());
            };
        } catch (SQLException e) {
            throw new IllegalStateException("A text[] column could not be read", e);
        }
    }

    private static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
