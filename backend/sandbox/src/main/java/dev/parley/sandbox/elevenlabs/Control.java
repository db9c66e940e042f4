package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.elevenlabs.Calls.Played;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** How tests and demos make conversations happen, end and change. */
final class Control {

    private final Calls calls;

    Control(Calls calls) {
        this.calls = calls;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/control/calls", ControlBody.needed(this::call));
        routes.add("PATCH", "/control/conversations/{id}", ControlBody.needed(this::edit));
        routes.add("DELETE", "/control/conversations/{id}", this::delete);
        routes.add("POST", "/control/conversations/{id}/finish", ControlBody.optional(this::finish));
    }

    private Answer call(ObjectNode detail, Request request) {
        try {
            return played(calls.play(detail, wantsWebhook(request)));
        } catch (UnknownAgentException e) {
            return Errors.invalid("body", "agent_id", "value_error", e.getMessage());
        }
    }

    private Answer edit(ObjectNode patch, Request request) {
        return calls.edit(request.parameter("id"), patch)
                .map(id -> played(new Played(id, null)))
                .orElseGet(() -> unknown(request));
    }

    private Answer delete(Request request) {
        return calls.delete(request.parameter("id"))
                .map(id -> Answer.empty(204))
                .orElseGet(() -> unknown(request));
    }

    private Answer finish(ObjectNode patch, Request request) {
        return calls.finish(request.parameter("id"), patch, wantsWebhook(request))
                .map(Control::played)
                .orElseGet(() -> unknown(request));
    }

    private static boolean wantsWebhook(Request request) {
        return !request.query("webhook").orElse("true").equals("false");
    }

    private static Answer played(Played played) {
        return Answer.json(200, report(played.conversationId(), played.webhook()));
    }

    static ObjectNode report(String conversationId, @Nullable Attempt attempt) {
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

    static Answer unknown(Request request) {
        return Errors.of(
                404, "not_found", "conversation_not_found", "No such conversation.", ElevenLabs.requestId(request));
    }
}
