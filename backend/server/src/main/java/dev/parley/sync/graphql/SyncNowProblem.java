package dev.parley.sync.graphql;

import dev.parley.sync.SyncTargets;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Why syncNow began nothing. */
@Type("SyncNowProblem")
@Description("Why syncNow began nothing.")
public record SyncNowProblem(SyncTargets.Obstacle obstacle) {

    @Description("The reason.")
    public SyncTargets.Obstacle getCode() {
        return obstacle;
    }

    @Description("The input field at fault; syncNow has none, so it is always null.")
    public @Nullable String getField() {
        return null;
    }

    @Description("For a person to read.")
    public String getMessage() {
        return switch (obstacle) {
            case NO_AGENT -> "The client lists no agent";
            case NO_API_KEY -> "The client has no ElevenLabs API key";
        };
    }
}
