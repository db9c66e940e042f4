package dev.parley.admin.conversations;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.lists.ListSource;
import dev.parley.admin.lists.Page;
import dev.parley.admin.live.Channel;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Conversations, asked from the API. */
public final class Conversations implements ListSource<ConversationRow, ConversationFilter> {

    private static final Channel EVENTS = new Channel("conversationEvents", document("conversationEvents.graphql"));

    private static final Document LIST = document("conversations.graphql");
    private static final Document ONE = document("conversation.graphql");

    private record One(@Nullable Conversation conversation) {}

    private final Clock clock;

    public Conversations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Channel> events() {
        return Optional.of(EVENTS);
    }

    @Override
    public Optional<ConversationRow> row(JsonNode event) {
        return Json.read(event.path("conversation"), ConversationRow.class);
    }

    @Override
    public Page<ConversationRow> list(Api api, ConversationFilter filter, int offset, int first) {
        var variables = filter.variables(clock.instant(), offset, first);
        var answer = api.execute(LIST, variables, JsonNode.class);
        return Page.of(answer.path("conversations"), ConversationRow.class);
    }

    Optional<Conversation> find(Api api, String id) {
        return Optional.ofNullable(api.execute(ONE, Map.of("id", id), One.class).conversation());
    }

    private static Document document(String file) {
        return Document.beside(Conversations.class, file);
    }
}
