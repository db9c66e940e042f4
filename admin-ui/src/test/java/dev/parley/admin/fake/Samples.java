package dev.parley.admin.fake;

import dev.parley.admin.graphql.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Things as the API answers them. */
public final class Samples {

    private Samples() {}

    public static ObjectNode lead(int number, int score) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"lead-%1$d","name":"Person %1$d","email":"p%1$d@firm.test","phone":"+7921555%1$04d","company":"Firm",
                 "leadQualityScore":%2$d,"status":"NEW","notes":null,"conversationSummary":"Wants a flat.",
                 "extractedEntities":{"budget":"5 000 000"},"version":1,
                 "createdAt":"2026-05-04T10:00:00Z","updatedAt":"2026-05-04T10:00:00Z",
                 "evidence":[
                   {"field":"phone","value":"+7921555%1$04d","turn":1,"quote":"8 921 555","state":"CONFIRMED"},
                   {"field":"name","value":"Person %1$d","turn":null,"quote":null,"state":"UNCONFIRMED"}],
                 "scoreSignals":[{"name":"phone","points":20,"turn":1},{"name":"brand_new_signal","points":5,"turn":null}],
                 "sourceConversation":{"id":"conversation-%1$d","title":"A flat","startedAt":"2026-05-04T09:58:00Z",
                   "durationSeconds":95,"language":"ru",
                   "transcript":[{"index":0,"secondsIn":0},{"index":1,"secondsIn":66}]}}
                """
                        .formatted(number, score));
    }

    /** @param errorCode null for none */
    public static ObjectNode run(int number, String status, @Nullable String errorCode) {
        var run = (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"run-%d","reason":"SCHEDULE","status":"%s","listed":120,"fetched":45,"changed":12,"failed":0,
                 "startedAt":"2026-05-04T09:57:00Z","finishedAt":%s}
                """
                        .formatted(number, status, status.equals("RUNNING") ? "null" : "\"2026-05-04T09:57:04Z\""));
        return run.put("errorCode", errorCode);
    }

    /** @param nextAttemptAt null: that was done */
    public static ObjectNode failure(String conversationId, String code, int attempts, @Nullable String nextAttemptAt) {
        return Json.MAPPER
                .createObjectNode()
                .put("elevenlabsConversationId", conversationId)
                .put("code", code)
                .put("attempts", attempts)
                .put("nextAttemptAt", nextAttemptAt);
    }

    public static ObjectNode alert(int number, String kind, String code, boolean open) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"alert-%d","kind":"%s","code":"%s","openedAt":"2026-05-04T09:50:00Z","closedAt":%s}
                """
                        .formatted(number, kind, code, open ? "null" : "\"2026-05-04T09:55:00Z\""));
    }

    public static ObjectNode token(int number, String name, String status) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"token-%1$d","name":"%2$s","role":"VIEWER","start":"parley_Ab%1$d","status":"%3$s",
                 "createdAt":"2026-05-01T09:00:00Z","createdBy":"owner@north.test","expiresAt":"2026-07-30T09:00:00Z",
                 "lastUsedAt":"2026-05-04T10:12:00Z","revokedAt":null}
                """
                        .formatted(number, name, status));
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
