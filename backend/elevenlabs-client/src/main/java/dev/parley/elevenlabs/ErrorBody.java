package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refusal. Its detail is an object with a code, an older one with a status only, a list of problems, or a
 * text; and a body that is no JSON at all says nothing.
 *
 * @param status the code's older name, which differs from the code where the API became less precise
 */
record ErrorBody(
        String type,
        String code,
        String status,
        String message,
        @Nullable String parameter,
        @Nullable String requestId,
        List<Problem> problems)
        implements Serializable {

    static ErrorBody read(String body) {
        JsonNode detail;
        try {
            detail = Json.parse(body).path("detail");
        } catch (UnexpectedResponseException e) {
            return of("", List.of());
        }
        if (detail.isArray()) {
            return of("", Json.list(Json.parse(body), "detail", Problem::read));
        }
        if (!detail.isObject()) {
            return of(detail.asText(""), List.of());
        }
        var status = Json.text(detail, "status", "");
        return new ErrorBody(
                Json.text(detail, "type", ""),
                Json.text(detail, "code", status),
                status,
                Json.text(detail, "message", ""),
                Json.text(detail, "param"),
                Json.text(detail, "request_id"),
                List.of());
    }

    private static ErrorBody of(String message, List<Problem> problems) {
        var type = problems.isEmpty() ? "" : "validation_error";
        return new ErrorBody(type, type, type, message, null, null, problems);
    }

    boolean says(String code) {
        return this.code.equals(code) || status.equals(code);
    }
}
