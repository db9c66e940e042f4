package dev.parley.elevenlabs;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ElevenLabs posts: checks who sent it, then reads it. Needs no API key. */
public final class Webhooks {

    private final Clock clock;

    public Webhooks(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param body the raw bytes, before any JSON library has touched them
     * @param signature the header {@code ElevenLabs-Signature}
     * @param secret the webhook's secret
     * @throws WebhookSignatureException when it was not sent by ElevenLabs, or not within the last 30 minutes
     * @throws UnexpectedResponseException when it was, but is no webhook, or of a time that has not come
     */
    public WebhookEvent verify(byte[] body, @Nullable String signature, String secret) {
        var result = signature(signature, List.of(secret))
                .update(body, 0, body.length)
                .result();
        if (result != WebhookSignature.Result.VALID) {
            throw new WebhookSignatureException(result);
        }
        var event = WebhookEvent.parse(body);
        refuseFuture(event.eventTimestamp());
        return event;
    }

    /**
     * The same check for a body that arrives in pieces.
     *
     * @param secrets the webhook's secrets; more than one while one is being replaced
     */
    public WebhookSignature signature(@Nullable String header, List<String> secrets) {
        return WebhookSignature.of(header, secrets, clock);
    }

    /**
     * What a body is about that was checked in pieces.
     *
     * @throws UnexpectedResponseException when it is no webhook, or of a time that has not come
     */
    public WebhookHead head(byte[] body) {
        var head = WebhookHead.parse(body);
        refuseFuture(head.eventTimestamp());
        return head;
    }

    /** The newest news of a conversation counts: one from the future would count for ever. */
    private void refuseFuture(long eventTimestamp) {
        if (eventTimestamp > clock.instant().plus(WebhookSignature.NEWEST).getEpochSecond()) {
            throw new UnexpectedResponseException("The webhook's event_timestamp is in the future");
        }
    }
}
