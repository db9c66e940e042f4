package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Handler;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.util.Optional;

/** Who is asking: an API key belongs to one client and opens what is the client's. */
final class Callers {

    /** Answers one client. */
    @FunctionalInterface
    interface ClientHandler {
        Answer handle(Client client, Request request) throws IOException;
    }

    private final World world;

    Callers(World world) {
        this.world = world;
    }

    /** Lets in those with a key, and writes refusals of parameters. */
    Handler only(ClientHandler handler) {
        return request -> {
            var requestId = ElevenLabs.requestId(request);
            var key = request.header("xi-api-key");
            if (key.isEmpty()) {
                return Errors.of(401, "authentication_error", "missing_api_key", "No API key was provided.", requestId);
            }
            var client = clientOf(key.get());
            if (client.isEmpty()) {
                return Errors.of(
                        401, "authentication_error", "invalid_api_key", "The API key is not valid.", requestId);
            }
            try {
                return handler.handle(client.get(), request);
            } catch (InvalidParameterException e) {
                return e.answer();
            } catch (InvalidCursorException e) {
                return Errors.of(400, "validation_error", "invalid_cursor", e.getMessage(), requestId);
            }
        };
    }

    private Optional<Client> clientOf(String apiKey) {
        return world.clients().stream()
                .filter(client -> client.elevenlabsApiKey().equals(apiKey))
                .findFirst();
    }
}
