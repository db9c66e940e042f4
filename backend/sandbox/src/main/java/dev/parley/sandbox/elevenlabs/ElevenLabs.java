package dev.parley.sandbox.elevenlabs;

import com.sun.net.httpserver.HttpExchange;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Listener;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ElevenLabs API as far as it is imitated, and under {@code /control} what only a sandbox has. */
public final class ElevenLabs implements Listener.Service {

    private final Routes routes = new Routes(Errors::routing);
    private final World world;
    private final Calls calls;

    public ElevenLabs(World world, Calls calls) {
        this.world = world;
        this.calls = calls;
        routes.add("GET", "/v1/convai/conversations/{id}", this::conversation);
        new Control(calls).addTo(routes);
    }

    @Override
    public Answer handle(HttpExchange exchange) throws IOException {
        var requestId = UUID.randomUUID().toString().replace("-", "");
        exchange.getResponseHeaders().set("request-id", requestId);
        return routes.handle(exchange);
    }

    private Answer conversation(Request request) {
        var requestId = requestId(request);
        var key = request.header("xi-api-key");
        if (key.isEmpty()) {
            return Errors.of(401, "authentication_error", "missing_api_key", "No API key was provided.", requestId);
        }
        var client = clientOf(key.get());
        if (client.isEmpty()) {
            return Errors.of(401, "authentication_error", "invalid_api_key", "The API key is not valid.", requestId);
        }
        var id = request.parameter("id");
        // Another client's conversation looks like none.
        return calls.find(client.get(), id)
                .map(recorded -> new Answer(200, Map.of("Content-Type", "application/json"), recorded.detail()))
                .orElseGet(() -> Errors.of(
                        404, "not_found", "conversation_not_found", "No conversation with id " + id + ".", requestId));
    }

    private Optional<Client> clientOf(String apiKey) {
        return world.clients().stream()
                .filter(client -> client.elevenlabsApiKey().equals(apiKey))
                .findFirst();
    }

    static String requestId(Request request) {
        return request.exchange().getResponseHeaders().getFirst("request-id");
    }
}
