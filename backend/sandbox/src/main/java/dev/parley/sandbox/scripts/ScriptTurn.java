package dev.parley.sandbox.scripts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side says or does.
 *
 * @param role user or agent
 * @param message null when the agent only uses a tool
 * @param originalMessage what the agent would have said had it not been interrupted; null when it was not
 */
public record ScriptTurn(
        String role,
        @Nullable String message,
        int secondsIn,
        List<ToolCall> toolCalls,
        @Nullable String originalMessage) {

    public ScriptTurn {
        toolCalls = toolCalls == null ? List.of() : List.copyOf(toolCalls);
    }
}
