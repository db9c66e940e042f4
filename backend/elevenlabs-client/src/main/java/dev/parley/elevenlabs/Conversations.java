package dev.parley.elevenlabs;

import java.util.stream.Stream;

/**
 * {@code /v1/convai/conversations}. Every call may throw an {@link ApiException} when the API refuses, a
 * {@link TransportException} when no answer arrives, and an {@link UnexpectedResponseException} when the answer is not
 * what the API promises.
 */
public final class Conversations {

    private static final String PATH = "/v1/convai/conversations";

    private final Transport transport;

    Conversations(Transport transport) {
        this.transport = transport;
    }

    /** One page. Calls that start meanwhile shift later pages of a list with the newest first: expect repeats. */
    public Page<ConversationSummary> list(ConversationQuery query) {
        var answer = transport.get(PATH + Parameters.query(query.parameters()));
        return Page.read(answer, "conversations", ConversationSummary::read);
    }

    /** All pages from the query's cursor on, each fetched when the stream gets there. */
    public Stream<Page<ConversationSummary>> pages(ConversationQuery query) {
        return Pages.stream(query.cursor(), cursor -> list(query.from(cursor)));
    }

    /** All conversations from the query's cursor on; fetches a page when the one before it is used up. */
    public Stream<ConversationSummary> stream(ConversationQuery query) {
        return pages(query).flatMap(page -> page.items().stream());
    }

    public Conversation get(String conversationId) {
        return Conversation.read(transport.get(path(conversationId)));
    }

    /** The recording, as it arrives. Close it. Conversations without {@link Conversation#hasAudio} have none. */
    public Audio audio(String conversationId) {
        return transport.download(path(conversationId) + "/audio");
    }

    private static String path(String conversationId) {
        return PATH + "/" + Parameters.encoded(conversationId);
    }
}
