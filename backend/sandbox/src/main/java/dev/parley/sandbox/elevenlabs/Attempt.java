package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand over a webhook.
 *
 * @param status what the receiver answered; null when it did not
 * @param error why there was no answer; null when there was one
 */
public record Attempt(
        String type, @JsonProperty("at_unix_secs") long atUnixSecs, @Nullable Integer status, @Nullable String error) {

    public boolean arrived() {
        return status != null && status >= 200 && status < 300;
    }
}
