package dev.parley.elevenlabs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code /v1/convai/conversations}. */
public final class Conversations {

    private final Transport transport;

    Conversations(Transport transport) {
        this.transport = transport;
    }

    /**
     * @throws ApiException when the API refuses, for example with {@link ApiException.Kind#NOT_FOUND}
     * @throws TransportException when no answer arrives
     * @throws UnexpectedResponseException when the answer is no conversation
     */
    public Conversation get(String conversationId) {
        var path = "/v1/convai/conversations/" + URLEncoder.encode(conversationId, StandardCharsets.UTF_8);
        return Conversation.read(transport.get(path));
    }
}
