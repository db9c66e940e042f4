package dev.parley.conversations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side said at a time, out of a transcript as ElevenLabs gives it.
 *
 * @param byUser false: by the agent
 * @param message null when nothing was said, as while a tool runs
 * @param secondsIn since the conversation began
 * @param toolNames of the tools that were called in it
 */
public record Turn(boolean byUser, @Nullable String message, int secondsIn, List<String> toolNames) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads the turns of a transcript without making a tree of it: there is much in it that nobody asks for. */
    static List<Turn> of(byte[] transcript) throws IOException {
        try (var json = JSON.createParser(transcript)) {
            var turns = new ArrayList<Turn>();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    turns.add(turn(json));
                }
            }
            return turns;
        }
    }

    private static Turn turn(JsonParser json) throws IOException {
        boolean byUser = false;
        String message = null;
        int secondsIn = 0;
        var toolNames = List.<String>of();
        boolean isObject = isObject(json);
        while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            switch (name) {
                case "role" ->
                    byUser = value == JsonToken.VALUE_STRING && json.getText().equals("user");
                case "message" -> message = value == JsonToken.VALUE_STRING ? json.getText() : null;
                case "time_in_call_secs" -> secondsIn = value.isNumeric() ? json.getValueAsInt() : 0;
                case "tool_calls" -> toolNames = value == JsonToken.START_ARRAY ? toolNames(json) : List.of();
                default -> {
                    // nobody asks for it
                }
            }
            if (value.isStructStart() && json.currentToken() == value) {
                json.skipChildren();
            }
        }
        return new Turn(byUser, message, secondsIn, toolNames);
    }

    private static List<String> toolNames(JsonParser json) throws IOException {
        var names = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var name = "";
            boolean isObject = isObject(json);
            while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("tool_name");
                if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
                    name = json.getText();
                }
                json.skipChildren();
            }
            names.add(name);
        }
        return names;
    }

    /** Whatever else it is, is passed over. */
    private static boolean isObject(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        json.skipChildren();
        return false;
    }
}
