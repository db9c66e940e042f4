package dev.parley.admin.graphql;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends operations over HTTP and turns refusals into {@link ApiException}. */
public final class GraphQlClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** A browser may send slowly. */
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(15);

    private final URI endpoint;
    private final HttpClient http;

    public GraphQlClient(URI endpoint, HttpClient http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    /** @param clientId null where the operation is about no client in particular */
    public <T> T execute(
            String accessToken,
            @Nullable String clientId,
            Document document,
            Map<String, ?> variables,
            Class<T> answer) {
        var body = Json.MAPPER.writeValueAsString(Map.of("query", document.text(), "variables", variables));
        var request = request(accessToken, clientId)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return read(send(request.build()), answer);
    }

    /**
     * Sends a file along.
     *
     * @param variable of the operation that is the file
     */
    public <T> T upload(
            String accessToken,
            @Nullable String clientId,
            Document document,
            Map<String, ?> variables,
            String variable,
            FileUpload file,
            Class<T> answer) {
        var body = new MultipartBody();
        var request = request(accessToken, clientId)
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", body.contentType())
                .POST(body.of(document, variables, variable, file));
        return read(send(request.build()), answer);
    }

    private HttpRequest.Builder request(String accessToken, @Nullable String clientId) {
        var request = HttpRequest.newBuilder(endpoint)
                .header("Accept", "application/graphql-response+json, application/json")
                .header("Authorization", "Bearer " + accessToken);
        return clientId == null ? request : request.header("X-Client-Id", clientId);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ApiException(Problem.UNREACHABLE, "The API cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(Problem.UNREACHABLE, "Interrupted while waiting for the API", e);
        }
    }

    private static <T> T read(HttpResponse<byte[]> response, Class<T> answer) {
        JsonNode tree;
        try {
            tree = Json.MAPPER.readTree(response.body());
        } catch (JacksonException e) {
            throw unreadable(response.statusCode());
        }
        var error = tree.path("errors").path(0);
        if (!error.isMissingNode()) {
            var extensions = error.path("extensions");
            throw new ApiException(
                    Problem.of(extensions.path("code").asString("INTERNAL")),
                    "The API refused: " + extensions.path("code").asString("no code"),
                    extensions.path("requestId").asString(null));
        }
        if (!tree.path("data").isObject()) {
            throw unreadable(response.statusCode());
        }
        try {
            return Json.MAPPER.treeToValue(tree.path("data"), answer);
        } catch (JacksonException e) {
            throw new ApiException(Problem.FAILED, "The API's answer has another form than expected", e);
        }
    }

    private static ApiException unreadable(int status) {
        var problem = status >= 502 && status <= 504 ? Problem.UNREACHABLE : Problem.FAILED;
        return new ApiException(problem, "Not a GraphQL answer, HTTP status " + status, (String) null);
    }
}
