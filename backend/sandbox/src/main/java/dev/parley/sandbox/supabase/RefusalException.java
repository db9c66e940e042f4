package dev.parley.sandbox.supabase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import java.io.Serial;

/** Auth says no. */
final class RefusalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    RefusalException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** @param newShape whether the caller asked for API version 2024-01-01 or newer */
    Answer answer(boolean newShape) {
        return Answer.json(status, newShape ? newBody() : legacyBody()).with("X-Sb-Error-Code", code);
    }

    private ObjectNode newBody() {
        return Json.object().put("code", code).put("message", getMessage());
    }

    private ObjectNode legacyBody() {
        return Json.object().put("code", status).put("error_code", code).put("msg", getMessage());
    }
}
