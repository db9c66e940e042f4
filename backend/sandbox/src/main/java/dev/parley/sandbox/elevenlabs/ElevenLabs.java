package dev.parley.sandbox.elevenlabs;

import com.sun.net.httpserver.HttpExchange;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Listener;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

/** The ElevenLabs API as far as it is imitated, and under {@code /control} what only a sandbox has. */
public final class ElevenLabs implements Listener.Service {

    private static final String API = "/v1/";

    private final Routes routes = new Routes(Errors::routing);
    private final Faults faults = new Faults();
    private final Requests requests;

    public ElevenLabs(World world, Calls calls, Clock clock) {
        requests = new Requests(clock);
        var callers = new Callers(world);
        new ConversationsApi(callers, calls).addTo(routes);
        new AgentsApi(callers, world).addTo(routes);
        new Control(calls).addTo(routes);
        new WebhookControl(calls).addTo(routes);
        new FaultControl(faults, requests).addTo(routes);
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** What the API was asked. */
    public Requests requests() {
        return requests;
    }

    @Override
    public Answer handle(HttpExchange exchange) throws IOException {
        var requestId = UUID.randomUUID().toString().replace("-", "");
        exchange.getResponseHeaders().set("request-id", requestId);
        var path = exchange.getRequestURI().getPath();
        if (!path.startsWith(API)) {
            return routes.handle(exchange);
        }
        var fault = faults.next(path).orElse(null);
        return requests.record(
                exchange,
                fault,
                () -> fault == null ? routes.handle(exchange) : fault.happen(() -> routes.handle(exchange), requestId));
    }

    static String requestId(Request request) {
        return request.exchange().getResponseHeaders().getFirst("request-id");
    }
}
