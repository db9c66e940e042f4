package dev.parley.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Which path is whose. A path's parts in braces match anything and are handed over by name. */
public final class Routes {

    private record Route(String method, List<String> parts, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();
    private final IntFunction<Answer> otherwise;

    /** @param otherwise the answer where no route has the path (404), or one has it for another method (405) */
    public Routes(IntFunction<Answer> otherwise) {
        this.otherwise = otherwise;
    }

    public Routes add(String method, String path, Handler handler) {
        routes.add(new Route(method, parts(path), handler));
        return this;
    }

    public Answer handle(HttpExchange exchange) throws IOException {
        var path = parts(exchange.getRequestURI().getPath());
        boolean known = false;
        for (var route : routes) {
            var parameters = match(route.parts(), path);
            if (parameters.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                return route.handler().handle(new Request(exchange, parameters.get()));
            }
            known |= parameters.isPresent();
        }
        return otherwise.apply(known ? 405 : 404);
    }

    private static Optional<Map<String, String>> match(List<String> route, List<String> path) {
        if (route.size() != path.size()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < route.size(); i++) {
            var part = route.get(i);
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }
}
