package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.BodyTooLargeException;
import dev.parley.sandbox.http.Handler;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import java.io.IOException;

/** Reads the JSON that controls the sandbox. */
final class ControlBody {

    private static final int MOST_BYTES = 50 << 20;

    /** Does what the body says. */
    @FunctionalInterface
    interface BodyHandler {

        /** @throws IllegalArgumentException when the body says something that cannot be */
        Answer handle(ObjectNode body, Request request) throws IOException;
    }

    private ControlBody() {}

    static Handler needed(BodyHandler handler) {
        return request -> read(request, handler, false);
    }

    /** No body is as good as an empty object. */
    static Handler optional(BodyHandler handler) {
        return request -> read(request, handler, true);
    }

    private static Answer read(Request request, BodyHandler handler, boolean isOptional) throws IOException {
        byte[] bytes;
        try {
            bytes = request.body(MOST_BYTES);
        } catch (BodyTooLargeException e) {
            return refused(413, "request_too_large", "The body has more than 50 MB.", request);
        }
        if (isOptional && bytes.length == 0) {
            bytes = Json.bytes(Json.object());
        }
        var body = Json.parseObject(bytes);
        if (body == null) {
            return refused(400, "malformed_json", "The body is no JSON object.", request);
        }
        try {
            return handler.handle(body, request);
        } catch (IllegalArgumentException e) {
            return refused(422, "invalid_parameters", String.valueOf(e.getMessage()), request);
        }
    }

    private static Answer refused(int status, String code, String message, Request request) {
        return Errors.of(status, "invalid_request", code, message, ElevenLabs.requestId(request));
    }
}
