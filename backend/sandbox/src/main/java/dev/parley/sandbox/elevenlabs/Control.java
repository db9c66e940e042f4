package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.BodyTooLargeException;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What tests and demos do to this ElevenLabs. */
final class Control {

    private static final int MOST_BYTES = 50 << 20;

    private final Calls calls;

    Control(Calls calls) {
        this.calls = calls;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/control/calls", this::call);
        routes.add("POST", "/control/webhooks/{id}", this::repeat);
        routes.add("GET", "/control/webhooks/{id}", this::attempts);
    }

    private Answer call(Request request) throws IOException {
        ObjectNode detail;
        try {
            detail = Json.parseObject(request.body(MOST_BYTES));
        } catch (BodyTooLargeException e) {
            return refused(413, "request_too_large", "The body has more than 50 MB.", request);
        }
        if (detail == null) {
            return refused(400, "malformed_json", "The body is no JSON object.", request);
        }
        try {
            boolean sendWebhook = !request.query("webhook").orElse("true").equals("false");
            var played = calls.play(detail, sendWebhook);
            return Answer.json(200, report(played.conversationId(), played.webhook()));
        } catch (UnknownAgentException e) {
            return Errors.invalid("body", "agent_id", e.getMessage());
        }
    }

    private Answer repeat(Request request) {
        var id = request.parameter("id");
        var type = request.query("type").orElse("transcription");
        if (!type.equals("transcription") && !type.equals("audio")) {
            return Errors.invalid("query", "type", "Input should be 'transcription' or 'audio'");
        }
        return calls.find(id)
                .map(recorded -> calls.repeat(recorded, type.equals("audio")))
                .reduce((first, last) -> last)
                .map(attempt -> Answer.json(200, report(id, attempt)))
                .orElseGet(() -> refused(404, "conversation_not_found", "No such conversation.", request));
    }

    private Answer attempts(Request request) {
        var body = Json.object().put("conversation_id", request.parameter("id"));
        body.set("attempts", Json.MAPPER.valueToTree(calls.attempts(request.parameter("id"))));
        return Answer.json(200, body);
    }

    private static ObjectNode report(String conversationId, @Nullable Attempt attempt) {
        var body = Json.object().put("conversation_id", conversationId);
        if (attempt == null) {
            return body.putNull("webhook");
        }
        var webhook = body.putObject("webhook").put("status", attempt.status());
        if (attempt.error() != null) {
            webhook.put("error", attempt.error());
        }
        return body;
    }

    private static Answer refused(int status, String code, String message, Request request) {
        var type = status == 404 ? "not_found" : "invalid_request";
        return Errors.of(status, type, code, message, ElevenLabs.requestId(request));
    }
}
