package dev.parley.conversations.graphql;

import dev.parley.conversations.graphql.ConversationParts.ConversationEventType;
import dev.parley.graphql.EventFilter;
import dev.parley.graphql.EventFilter.Condition;
import graphql.schema.DataFetchingEnvironment;
import java.util.UUID;

/** Which conversation events a subscriber wants. */
record ConversationEventFilter(
        Condition<String> type, Condition<Enum<?>> status, Condition<String> language, Condition<UUID> agentId) {

    /** @throws dev.parley.ParleyException BAD_USER_INPUT when nothing can be like that */
    static ConversationEventFilter of(DataFetchingEnvironment environment) {
        var filter = EventFilter.of(environment);
        return new ConversationEventFilter(
                filter.type(), filter.oneOf("status"), filter.exactly("language"), filter.oneOfIds("agentId"));
    }

    boolean wants(ConversationEventType event) {
        var shown = event.conversation();
        return EventFilter.isGap(event.type())
                || type.isFulfilledBy(event.type())
                        && status.isFulfilledBy(shown == null ? null : shown.getStatus())
                        && language.isFulfilledBy(shown == null ? null : shown.getLanguage())
                        && agentId.isFulfilledBy(
                                shown == null ? null : shown.conversation().agentId());
    }
}
