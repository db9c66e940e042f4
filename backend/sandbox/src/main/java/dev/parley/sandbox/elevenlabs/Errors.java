package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;

/** Error answers as ElevenLabs writes them. */
final class Errors {

    private Errors() {}

    static Answer of(int status, String type, String code, String message, String requestId) {
        var body = Json.object();
        body.putObject("detail")
                .put("type", type)
                .put("code", code)
                .put("message", message)
                .put("status", code)
                .put("request_id", requestId);
        return Answer.json(status, body);
    }

    /** What is wrong with a field. */
    static Answer invalid(String place, String field, String message) {
        var body = Json.object();
        var problem = body.putArray("detail").addObject();
        problem.putArray("loc").add(place).add(field);
        problem.put("msg", message).put("type", "value_error");
        return Answer.json(422, body);
    }

    static Answer routing(int status) {
        return Answer.json(status, Json.object().put("detail", status == 404 ? "Not Found" : "Method Not Allowed"));
    }
}
