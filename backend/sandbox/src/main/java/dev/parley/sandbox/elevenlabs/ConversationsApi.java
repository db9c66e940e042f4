package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import dev.parley.sandbox.world.Client;
import java.util.Map;

/** {@code /v1/convai/conversations}. Another client's conversation looks like none. */
final class ConversationsApi {

    private static final String PATH = "/v1/convai/conversations";

    private final Callers callers;
    private final Calls calls;

    ConversationsApi(Callers callers, Calls calls) {
        this.callers = callers;
        this.calls = calls;
    }

    void addTo(Routes routes) {
        routes.add("GET", PATH, callers.only(this::list));
        routes.add("GET", PATH + "/{id}", callers.only(this::one));
        routes.add("GET", PATH + "/{id}/audio", callers.only(this::audio));
    }

    private Answer list(Client client, Request request) {
        var query = ListQuery.of(new Parameters(request));
        return Answer.json(200, calls.list(client, query).json(query.withSummaries()));
    }

    private Answer one(Client client, Request request) {
        return calls.find(client, request.parameter("id"))
                .map(recorded -> Answer.json(200, recorded.detail()))
                .orElseGet(() -> unknown(request));
    }

    private Answer audio(Client client, Request request) {
        return calls.find(client, request.parameter("id"))
                .map(recorded -> recorded.hasAudio()
                        ? new Answer(
                                200,
                                Map.of("Content-Type", "audio/mpeg"),
                                recorded.recording(),
                                Answer.Delivery.CHUNKED)
                        : Errors.of(
                                404,
                                "not_found",
                                "file_not_found",
                                "This conversation has no audio.",
                                ElevenLabs.requestId(request)))
                .orElseGet(() -> unknown(request));
    }

    private static Answer unknown(Request request) {
        return Errors.of(
                404,
                "not_found",
                "conversation_not_found",
                "No conversation with id " + request.parameter("id") + ".",
                ElevenLabs.requestId(request));
    }
}
