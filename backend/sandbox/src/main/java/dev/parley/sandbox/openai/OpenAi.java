package dev.parley.sandbox.openai;

import com.sun.net.httpserver.HttpExchange;
import dev.parley.sandbox.elevenlabs.Fault;
import dev.parley.sandbox.elevenlabs.Faults;
import dev.parley.sandbox.elevenlabs.Requests;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.BodyTooLargeException;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Listener;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import java.io.IOException;
import java.util.UUID;

/** OpenAI's API as far as it is imitated. Any key that begins with {@code sk-} is good, but for {@code sk-revoked}. */
public final class OpenAi implements Listener.Service {

    /** Of all its paths. */
    public static final String PREFIX = "/v1/embeddings";

    private static final int MOST_BYTES = 50 << 20;

    private final Routes routes = new Routes(OpenAi::routing).add("POST", PREFIX, this::embed);
    private final Faults faults;
    private final Requests requests;

    /** @param faults those of the whole sandbox; they happen in OpenAI's words here */
    public OpenAi(Faults faults, Requests requests) {
        this.faults = faults;
        this.requests = requests;
    }

    @Override
    public Answer handle(HttpExchange exchange) throws IOException {
        var requestId = "req_" + UUID.randomUUID().toString().replace("-", "");
        exchange.getResponseHeaders().set("x-request-id", requestId);
        var fault = faults.next(exchange.getRequestURI().getPath()).orElse(null);
        return requests.record(
                exchange, fault, () -> fault == null ? routes.handle(exchange) : happen(fault, exchange, requestId));
    }

    private Answer happen(Fault fault, HttpExchange exchange, String requestId) throws IOException {
        var answer = fault.happen(() -> routes.handle(exchange), requestId);
        return Errors.of(fault.kind()).map(error -> withHeaders(error, answer)).orElse(answer);
    }

    private static Answer withHeaders(Answer error, Answer answer) {
        var after = answer.headers().get("Retry-After");
        return after == null ? error : error.with("Retry-After", after);
    }

    private Answer embed(Request request) throws IOException {
        var key = request.header("Authorization").orElse("").replaceFirst("^Bearer ", "");
        if (!key.startsWith("sk-") || key.equals("sk-revoked")) {
            return Errors.of(401, "invalid_request_error", "invalid_api_key", null, "Incorrect API key provided.");
        }
        try {
            var body = Json.parseObject(request.body(MOST_BYTES));
            return body == null
                    ? Errors.invalid(null, "We could not parse the JSON body of your request.")
                    : new EmbeddingRequest(body).answer();
        } catch (BodyTooLargeException e) {
            return Errors.of(413, "invalid_request_error", null, null, "Maximum content size limit exceeded.");
        } catch (RefusedException e) {
            return e.answer();
        }
    }

    private static Answer routing(int status) {
        return Errors.of(status, "invalid_request_error", null, null, status == 404 ? "Invalid URL" : "Not allowed");
    }
}
