package dev.parley.admin.conversations;

import dev.parley.admin.fake.FakeFeature;
import dev.parley.admin.graphql.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** One conversation, to begin with. */
public final class FakeConversations implements FakeFeature {

    /** The newest first. */
    public final List<ObjectNode> conversations = new CopyOnWriteArrayList<>(List.of(conversation(1)));

    @Override
    public Map<String, Answer> operations() {
        return Map.of(
                "Conversations",
                variables -> Map.of("conversations", FakeFeature.page(conversations, variables, true)),
                "Conversation",
                variables -> FakeFeature.one("conversation", conversations, variables));
    }

    public static ObjectNode conversation(int number) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"conversation-%1$d","elevenlabsConversationId":"conv_%1$d","status":"DONE",
                 "startedAt":"2026-05-04T09:58:00Z","durationSeconds":95,"language":"ru","direction":"INBOUND",
                 "callerPhone":"+79215550142",
                 "callSuccessful":"SUCCESS","title":"A flat %1$d","summary":"Wants a flat.","sentimentScore":0.4,
                 "topics":["flats"],"terminationReason":null,"deletedAtSource":false,"agent":{"name":"Vera"},
                 "transcript":[
                   {"index":0,"role":"AGENT","message":"How can I help?","secondsIn":0,"toolNames":[]},
                   {"index":1,"role":"USER","message":"Call me at 8 921 555, please.","secondsIn":6,"toolNames":[]},
                   {"index":2,"role":"AGENT","message":null,"secondsIn":65,"toolNames":["book_viewing"]}],
                 "lead":{"id":"lead-%1$d","name":"Person %1$d","company":"Firm","leadQualityScore":75,
                   "evidence":[{"field":"phone","turn":1,"quote":"8 921 555"}]}}
                """
                        .formatted(number));
    }
}
