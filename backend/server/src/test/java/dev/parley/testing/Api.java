package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GraphQL over HTTP as one caller. */
public record Api(URI endpoint, @Nullable String token, @Nullable String clientId) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        public JsonNode data() {
            return body.path("data");
        }

        /** The code of the first error, empty when there is none. */
        public String code() {
            return body.path("errors").path(0).path("extensions").path("code").asText();
        }
    }

    public Api in(@Nullable Object otherClientId) {
        return new Api(endpoint, token, otherClientId == null ? null : otherClientId.toString());
    }

    public Answer ask(String query) {
        return ask(query, Map.of());
    }

    public Answer ask(String query, Map<String, ?> variables) {
        return post(
                JSON.valueToTree(Map.of("query", query, "variables", variables)).toString());
    }

    /** The data of a query that must succeed. */
    public JsonNode data(String query) {
        return data(query, Map.of());
    }

    public JsonNode data(String query, Map<String, ?> variables) {
        var answer = ask(query, variables);
        if (answer.status() != 200 || answer.body().has("errors")) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.data();
    }

    public Answer post(String body) {
        return send(request(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer get(String queryString) {
        return send(request(URI.create(endpoint + "?" + queryString)).GET());
    }

    public HttpRequest.Builder request(URI uri) {
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (clientId != null) {
            request.header("X-Client-Id", clientId);
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return "Api[" + endpoint + "]";
    }
}
