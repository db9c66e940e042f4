package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Asks a sandbox over the wire. */
public final class TestingHttp {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    public TestingHttp(URI base) {
        this.base = base;
    }

    /** An answer with its body read as JSON, where it is JSON. */
    public record Response(int status, JsonNode json, String text, HttpResponse<String> raw) {

        public Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    public Response get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Response post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Response send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Response(response.statusCode(), json(response), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return isJson ? Json.MAPPER.readTree(response.body()) : Json.MAPPER.missingNode();
    }
}
