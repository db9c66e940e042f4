package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The ways in which the API fails. */
public enum FaultKind {
    RATE_LIMIT((right, id) -> Errors.of(429, "rate_limit_error", "rate_limit_exceeded", "Too many requests.", id)),
    CONCURRENCY((right, id) ->
            Errors.of(429, "rate_limit_error", "concurrent_limit_exceeded", "Too many concurrent requests.", id)),
    BUSY((right, id) -> Errors.of(429, "rate_limit_error", "system_busy", "The system is busy.", id)),
    UNAUTHORIZED(
            (right, id) -> Errors.of(401, "authentication_error", "invalid_api_key", "The API key is not valid.", id)),
    MISSING_PERMISSIONS((right, id) -> Errors.missingPermissions(id)),
    PAYMENT_REQUIRED(
            (right, id) -> Errors.of(402, "payment_required", "insufficient_credits", "No credits are left.", id)),
    /** The older form of the one before. */
    QUOTA_EXCEEDED((right, id) -> Errors.older(401, "quota_exceeded", "This request exceeds your quota.")),
    NOT_FOUND(
            (right, id) -> Errors.of(404, "not_found", "conversation_not_found", "There is no such conversation.", id)),
    VALIDATION((right, id) ->
            Errors.invalid("query", "page_size", "less_than_equal", "Input should be less than or equal to 100")),
    SERVER_ERROR((right, id) -> Errors.of(500, "internal_error", "internal_error", "Something went wrong.", id)),
    UNAVAILABLE((right, id) ->
            Errors.of(503, "service_unavailable", "service_unavailable", "The service is unavailable.", id)),
    /** Right, but late: to be used with a delay. */
    DELAY((right, id) -> right.answer()),
    /** The connection ends in the middle of the right answer. */
    CUT_OFF((right, id) -> right.answer().with(Answer.Delivery.CUT_OFF)),
    /** Half of the right answer, as if it were all. */
    MALFORMED((right, id) -> half(right.answer())),
    HTML((right, id) -> new Answer(
            502,
            Map.of("Content-Type", "text/html"),
            "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8)));

    @FunctionalInterface
    private interface Way {
        Answer answer(Fault.Right right, String requestId) throws IOException;
    }

    private final Way way;

    FaultKind(Way way) {
        this.way = way;
    }

    /** @throws IllegalArgumentException when there is none with this name, such as rate_limit */
    public static FaultKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind is one of " + Arrays.toString(values())));
    }

    Answer answer(Fault.Right right, String requestId) throws IOException {
        return way.answer(right, requestId);
    }

    private static Answer half(Answer answer) {
        return answer.with(Arrays.copyOf(answer.body(), answer.body().length / 2));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
