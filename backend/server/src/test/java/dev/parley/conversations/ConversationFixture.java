package dev.parley.conversations;

import static org.awaitility.Awaitility.await;

import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.List;
import java.util.Map;

/** A conversation with a transcript. */
final class ConversationFixture implements FeatureFixture {

    private static final String ID = "select id from conversations where elevenlabs_conversation_id = ?";

    @Override
    public Rows make(Parley parley, OwnClient client) {
        var call = client.call().agent("How can I help?").user("When do you open?");
        client.tell(call);
        await().until(() -> parley.sql(ID, call.id()) != null);
        var conversation = parley.sql(ID, call.id());
        return new Rows(
                Map.of("conversation", "(id: \"%s\")".formatted(conversation), "conversationEvents", "(after: \"0\")"),
                List.of(conversation));
    }
}
