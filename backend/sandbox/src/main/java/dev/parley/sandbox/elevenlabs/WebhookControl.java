package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sends webhooks again: once more, several times, in another order. */
final class WebhookControl {

    private static final int MOST_TIMES = 100;

    private final Calls calls;

    WebhookControl(Calls calls) {
        this.calls = calls;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/control/webhooks/{id}", this::repeat);
        routes.add("GET", "/control/webhooks/{id}", this::attempts);
        routes.add("POST", "/control/webhooks", ControlBody.needed(this::repeatMany));
    }

    private Answer repeat(Request request) {
        var id = request.parameter("id");
        try {
            var parameters = new Parameters(request);
            boolean isAudio = parameters
                    .oneOf("type", List.of("transcription", "audio"))
                    .orElse("transcription")
                    .equals("audio");
            int times = parameters.integer("times", 1, MOST_TIMES).orElse(1L).intValue();
            return send(Collections.nCopies(times, id), isAudio).stream()
                    .reduce((first, last) -> last)
                    .map(report -> Answer.json(200, report))
                    .orElseGet(() -> Control.unknown(request));
        } catch (InvalidParameterException e) {
            return e.answer();
        }
    }

    private Answer repeatMany(ObjectNode body, Request request) {
        int times = body.path("times").asInt(1);
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times is 1 to " + MOST_TIMES);
        }
        var ids = new ArrayList<String>();
        for (JsonNode id : body.path("ids")) {
            ids.addAll(Collections.nCopies(times, id.asText()));
        }
        switch (body.path("order").asText("given")) {
            case "given" -> {}
            case "reverse" -> Collections.reverse(ids);
            case "shuffle" ->
                Collections.shuffle(ids, new Random(body.path("seed").asLong(0)));
            default -> throw new IllegalArgumentException("order is given, reverse or shuffle");
        }
        var reports = Json.object();
        reports.putArray("webhooks")
                .addAll(send(ids, body.path("type").asText("").equals("audio")));
        return Answer.json(200, reports);
    }

    /** One after the other; unknown ones are left out. */
    private List<ObjectNode> send(List<String> ids, boolean isAudio) {
        return ids.stream()
                .flatMap(calls::find)
                .map(recorded -> Control.report(recorded.conversationId(), calls.repeat(recorded, isAudio)))
                .toList();
    }

    private Answer attempts(Request request) {
        var body = Json.object().put("conversation_id", request.parameter("id"));
        body.set("attempts", Json.MAPPER.valueToTree(calls.attempts(request.parameter("id"))));
        return Answer.json(200, body);
    }
}
