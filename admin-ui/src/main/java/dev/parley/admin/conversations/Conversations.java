package dev.parley.admin.conversations;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.lists.Page;
import dev.parley.admin.live.Channel;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Conversations, asked from the API. */
public final class Conversations {

    /** New and changed conversations. */
    public static final Channel EVENTS = new Channel("conversationEvents", document("conversationEvents.graphql"));

    private static final Document LIST = document("conversations.graphql");
    private static final Document ONE = document("conversation.graphql");
    private static final TypeReference<Page<ConversationRow>> PAGE = new TypeReference<>() {};

    private record One(@Nullable Conversation conversation) {}

    private final Clock clock;

    public Conversations(Clock clock) {
        this.clock = clock;
    }

    Page<ConversationRow> list(Api api, ConversationFilter filter, int offset, int first) {
        var variables = filter.variables(clock.instant(), offset, first);
        var answer = api.execute(LIST, variables, JsonNode.class);
        return Json.MAPPER.convertValue(answer.path("conversations"), PAGE);
    }

    Optional<Conversation> find(Api api, String id) {
        return Optional.ofNullable(api.execute(ONE, Map.of("id", id), One.class).conversation());
    }

    /** What an event says of a conversation; empty when it is gone again. */
    static Optional<ConversationRow> of(JsonNode event) {
        var conversation = event.path("conversation");
        return conversation.isObject()
                ? Optional.of(Json.MAPPER.treeToValue(conversation, ConversationRow.class))
                : Optional.empty();
    }

    private static Document document(String file) {
        return Document.beside(Conversations.class, file);
    }
}
