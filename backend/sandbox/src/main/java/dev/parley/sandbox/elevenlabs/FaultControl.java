package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import java.util.List;

/** Makes the API fail, and tells what it was asked. */
final class FaultControl {

    private static final String FAULTS = "/control/faults";
    private static final String REQUESTS = "/control/requests";

    private final Faults faults;
    private final Requests requests;

    FaultControl(Faults faults, Requests requests) {
        this.faults = faults;
        this.requests = requests;
    }

    void addTo(Routes routes) {
        routes.add("POST", FAULTS, ControlBody.needed(this::add));
        routes.add("GET", FAULTS, request -> answer("faults", waiting()));
        routes.add("DELETE", FAULTS, request -> {
            faults.clear();
            return Answer.empty(204);
        });
        routes.add("GET", REQUESTS, request -> answer("requests", requests.all()));
        routes.add("DELETE", REQUESTS, request -> {
            requests.clear();
            return Answer.empty(204);
        });
    }

    private Answer add(ObjectNode body, Request request) {
        var fault = Fault.of(FaultKind.named(body.path("kind").asText("")))
                .on(body.path("path").asText(""))
                .times(body.path("count").asInt(1))
                .delayed(body.path("delayMillis").asInt(0));
        if (fault.count() == 0 || fault.count() < Fault.ALWAYS || fault.delayMillis() < 0) {
            throw new IllegalArgumentException("count is 1 or more, or -1; delayMillis is not negative");
        }
        boolean saysWhen = body.path("retryAfterSeconds").isNumber();
        faults.add(saysWhen ? fault.retryAfter(body.path("retryAfterSeconds").intValue()) : fault);
        return answer("faults", waiting());
    }

    private List<ObjectNode> waiting() {
        return faults.waiting().stream().map(FaultControl::json).toList();
    }

    private static ObjectNode json(Fault fault) {
        return Json.object()
                .put("path", fault.path().pattern())
                .put("kind", fault.kind().toString())
                .put("count", fault.count())
                .put("retryAfterSeconds", fault.retryAfterSeconds())
                .put("delayMillis", fault.delayMillis());
    }

    private static Answer answer(String name, List<?> things) {
        var body = Json.object();
        body.set(name, Json.MAPPER.valueToTree(things));
        return Answer.json(200, body);
    }
}
