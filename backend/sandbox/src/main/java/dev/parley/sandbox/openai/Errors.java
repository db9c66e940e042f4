package dev.parley.sandbox.openai;

import dev.parley.sandbox.elevenlabs.FaultKind;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Error answers as OpenAI writes them. */
final class Errors {

    private static final String INVALID = "invalid_request_error";

    private Errors() {}

    static Answer of(int status, String type, @Nullable String code, @Nullable String parameter, String message) {
        var body = Json.object();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", parameter)
                .put("code", code);
        return Answer.json(status, body);
    }

    static Answer invalid(@Nullable String parameter, String message) {
        return of(400, INVALID, null, parameter, message);
    }

    static Answer unknownModel(String model) {
        return of(404, INVALID, "model_not_found", null, "The model `" + model + "` does not exist.");
    }

    /** Empty for what is no answer in OpenAI's words: a delay, half an answer, a gateway's page. */
    static Optional<Answer> of(FaultKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case RATE_LIMIT, CONCURRENCY ->
                        of(429, "requests", "rate_limit_exceeded", null, "Rate limit reached for requests.");
                    case QUOTA_EXCEEDED, PAYMENT_REQUIRED ->
                        of(429, "insufficient_quota", "insufficient_quota", null, "You exceeded your current quota.");
                    case UNAUTHORIZED -> of(401, INVALID, "invalid_api_key", null, "Incorrect API key provided.");
                    case MISSING_PERMISSIONS ->
                        of(
                                403,
                                INVALID,
                                "missing_scope",
                                null,
                                "You have insufficient permissions for this operation.");
                    case NOT_FOUND -> unknownModel("of the request");
                    case VALIDATION -> invalid("input", "'$.input' is invalid.");
                    case SERVER_ERROR -> of(500, "server_error", null, null, "The server had an error.");
                    case BUSY, UNAVAILABLE ->
                        of(503, "server_error", null, null, "The engine is currently overloaded.");
                    case DELAY, CUT_OFF, MALFORMED, HTML -> null;
                });
    }
}
