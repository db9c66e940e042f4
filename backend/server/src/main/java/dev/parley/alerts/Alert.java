package dev.parley.alerts;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong and that somebody should know of. Opens and closes by itself.
 *
 * @param code what opened it, for example RATE_LIMITED
 * @param closedAt null while it lasts
 */
public record Alert(UUID id, Kind kind, String code, Instant openedAt, @Nullable Instant closedAt) {

    /** What can be wrong. */
    @Name("AlertKind")
    @Description("What can be wrong.")
    public enum Kind {
        @Description("ElevenLabs does not answer, or not usefully: what is shown grows old until it does.")
        ELEVENLABS_UNAVAILABLE,
        @Description("ElevenLabs refuses the client's key: somebody has to act.")
        ELEVENLABS_REFUSED,
        @Description("Sync had stopped firing; it was set up anew.")
        SYNC_STALLED
    }
}
