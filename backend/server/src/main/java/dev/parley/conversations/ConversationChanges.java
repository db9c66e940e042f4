package dev.parley.conversations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which fields of a conversation differ between two states of it, by their names in the API. */
final class ConversationChanges {

    /** All but those that never change, and the times of the row itself. */
    static final Map<String, Function<Conversation, @Nullable Object>> FIELDS = fields();

    private ConversationChanges() {}

    /** @param transcript whether the turns changed: they are not part of what is compared */
    static List<String> between(Conversation before, Conversation after, boolean transcript) {
        var changed = new ArrayList<String>();
        FIELDS.forEach((name, value) -> {
            if (!Objects.equals(value.apply(before), value.apply(after))) {
                changed.add(name);
            }
        });
        if (transcript) {
            changed.add("transcript");
        }
        return changed;
    }

    private static Map<String, Function<Conversation, @Nullable Object>> fields() {
        var fields = new LinkedHashMap<String, Function<Conversation, @Nullable Object>>();
        fields.put("status", Conversation::status);
        fields.put("agent", Conversation::agentId);
        fields.put("startedAt", Conversation::startedAt);
        fields.put("durationSeconds", Conversation::durationSeconds);
        fields.put("language", Conversation::language);
        fields.put("direction", Conversation::direction);
        fields.put("callerPhone", Conversation::callerPhone);
        fields.put("callSuccessful", Conversation::callSuccessful);
        fields.put("title", Conversation::title);
        fields.put("summary", Conversation::summary);
        fields.put("sentimentScore", Conversation::sentimentScore);
        fields.put("topics", Conversation::topics);
        fields.put("terminationReason", Conversation::terminationReason);
        fields.put("turnCount", Conversation::turnCount);
        fields.put("deletedAtSource", conversation -> conversation.deletedAtSource() != null);
        return fields;
    }
}
