package dev.parley.graphql.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of the answer: what was selected of it, in that order. Writes itself. */
final class Answer extends JsonSerializable.Base {

    private static final int LONG = 24;

    private final Selection.OfObject selection;
    private final @Nullable Object[] values;

    Answer(Selection.OfObject selection) {
        this.selection = selection;
        this.values = new Object[selection.fields().size()];
    }

    Selection.OfObject selection() {
        return selection;
    }

    @Nullable
    Object get(int field) {
        return values[field];
    }

    void set(int field, @Nullable Object value) {
        values[field] = value;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
        var fields = selection.fields();
        json.writeStartObject(this, values.length);
        for (int i = 0; i < values.length; i++) {
            json.writeFieldName(fields.get(i).name());
            write(values[i], json, provider);
        }
        json.writeEndObject();
    }

    /** No type of ours says of itself what it is. */
    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(json, provider);
    }

    private static void write(@Nullable Object value, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        if (value instanceof String text) { // in a row, not as a switch: this is the innermost loop of all
            write(text, json);
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Answer answer) {
            answer.serialize(json, provider);
        } else if (value instanceof List<?> list) {
            json.writeStartArray(list, list.size());
            for (var item : list) {
                write(item, json, provider);
            }
            json.writeEndArray();
        } else {
            provider.defaultSerializeValue(value, json);
        }
    }

    /** Jackson looks at a string's characters one by one with all checks; in an array they are written twice as fast. */
    private static void write(String text, JsonGenerator json) throws IOException {
        int length = text.length();
        if (length < LONG) {
            json.writeString(text);
        } else {
            var characters = new char[length];
            text.getChars(0, length, characters, 0);
            json.writeString(characters, 0, length);
        }
    }
}
