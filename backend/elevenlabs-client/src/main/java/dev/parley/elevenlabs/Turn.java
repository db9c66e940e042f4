package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a transcript.
 *
 * @param role user, agent, or a newer value
 * @param timeInCallSecs seconds since the call was answered
 * @param message null on turns that only use tools
 * @param originalMessage what was about to be said before an interruption
 * @param toolNames tools called in this turn, in order
 */
public record Turn(
        String role,
        int timeInCallSecs,
        @Nullable String message,
        boolean interrupted,
        @Nullable String originalMessage,
        List<String> toolNames,
        JsonNode raw) {

    public Turn {
        toolNames = List.copyOf(toolNames);
    }

    static Turn read(JsonNode turn) {
        return new Turn(
                Json.text(turn, "role", "agent"),
                turn.path("time_in_call_secs").asInt(0),
                Json.text(turn, "message"),
                Json.flag(turn, "interrupted"),
                Json.text(turn, "original_message"),
                Json.list(turn, "tool_calls", call -> Json.text(call, "tool_name", "")).stream()
                        .filter(name -> !name.isEmpty())
                        .toList(),
                turn);
    }

    @Override
    public String toString() {
        return "Turn[" + role + " at " + timeInCallSecs + " s]";
    }
}
