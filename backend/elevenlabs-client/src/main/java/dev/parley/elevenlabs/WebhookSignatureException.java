package dev.parley.elevenlabs;

import java.io.Serial;

/** A webhook's signature is missing, malformed, too old, from the future, or made with another secret. */
public final class WebhookSignatureException extends ElevenLabsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final WebhookSignature.Result result;

    WebhookSignatureException(WebhookSignature.Result result) {
        super("The webhook's signature is not good: " + result);
        this.result = result;
    }

    public WebhookSignature.Result result() {
        return result;
    }
}
