package dev.parley.sandbox.supabase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.BodyTooLargeException;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import java.io.IOException;

/** Reads what callers send, and says what is missing. */
final class Bodies {

    private static final int MOST_BYTES = 1 << 20;

    private Bodies() {}

    static ObjectNode object(Request request) throws IOException {
        ObjectNode body;
        try {
            body = Json.parseObject(request.body(MOST_BYTES));
        } catch (BodyTooLargeException e) {
            throw new RefusalException(413, "validation_failed", "Request body is too large");
        }
        if (body == null) {
            throw new RefusalException(400, "bad_json", "Could not parse request body as JSON");
        }
        return body;
    }

    static RefusalException noBearer() {
        return new RefusalException(401, "no_authorization", "This endpoint requires a valid Bearer token");
    }
}
