package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a transcript.
 *
 * @param role user, agent, or a newer value
 * @param timeInCallSecs seconds since the call was answered
 * @param message null on turns that only use tools
 * @param toolNames tools called in this turn, in order
 */
public record Turn(String role, int timeInCallSecs, @Nullable String message, List<String> toolNames, JsonNode raw) {

    public Turn {
        toolNames = List.copyOf(toolNames);
    }

    static Turn read(JsonNode turn) {
        return new Turn(
                turn.path("role").asText("agent"),
                turn.path("time_in_call_secs").asInt(0),
                Json.text(turn, "message"),
                StreamSupport.stream(turn.path("tool_calls").spliterator(), false)
                        .map(call -> call.path("tool_name").asText(""))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                turn);
    }

    @Override
    public String toString() {
        return "Turn[" + role + " at " + timeInCallSecs + " s]";
    }
}
