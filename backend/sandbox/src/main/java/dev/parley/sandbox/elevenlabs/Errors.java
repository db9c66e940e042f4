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

    /** The form without type and code. */
    static Answer older(int status, String code, String message) {
        var body = Json.object();
        body.putObject("detail").put("status", code).put("message", message);
        return Answer.json(status, body);
    }

    /** A key that lacks a scope: only the older name says so. */
    static Answer missingPermissions(String requestId) {
        var body = Json.object();
        body.putObject("detail")
                .put("type", "authentication_error")
                .put("code", "unauthorized")
                .put("message", "The API key you used is missing the permission convai_read to execute this operation.")
                .put("status", "missing_permissions")
                .put("request_id", requestId);
        return Answer.json(401, body);
    }

    /** What is wrong with a field. */
    static Answer invalid(String place, String field, String type, String message) {
        var body = Json.object();
        var problem = body.putArray("detail").addObject();
        problem.putArray("loc").add(place).add(field);
        problem.put("msg", message).put("type", type);
        return Answer.json(422, body);
    }

    static Answer routing(int status) {
        return Answer.json(status, Json.object().put("detail", status == 404 ? "Not Found" : "Method Not Allowed"));
    }
}
