package dev.parley.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request.
 *
 * @param parameters parts of the path that the route names
 */
public record Request(HttpExchange exchange, Map<String, String> parameters) {

    public String method() {
        return exchange.getRequestMethod();
    }

    public String path() {
        return exchange.getRequestURI().getPath();
    }

    public String parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).orElseThrow();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A query parameter; given but empty counts as not given. */
    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /** All values of a query parameter, but for empty ones. */
    public List<String> queries(String name) {
        return query().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The names of the query parameters. */
    public Set<String> queryNames() {
        return query().keySet();
    }

    /** @throws BodyTooLargeException when there are more than so many bytes */
    public byte[] body(int limit) throws IOException {
        var body = exchange.getRequestBody().readNBytes(limit + 1);
        if (body.length > limit) {
            // Else the caller is cut off before it can read the answer.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            throw new BodyTooLargeException();
        }
        return body;
    }

    private Map<String, List<String>> query() {
        var values = new LinkedHashMap<String, List<String>>();
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (var pair : query.split("&")) {
            int equals = pair.indexOf('=');
            values.computeIfAbsent(decoded(equals < 0 ? pair : pair.substring(0, equals)), name -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
