package dev.parley.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends requests and reads answers and errors in all the shapes the API has. */
final class Transport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String baseUrl;
    private final String apiKey;
    private final Duration timeout;

    Transport(HttpClient http, URI baseUrl, String apiKey, Duration timeout) {
        this.http = http;
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
        this.apiKey = apiKey;
        this.timeout = timeout;
    }

    JsonNode get(String path) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("xi-api-key", apiKey)
                .header("Accept", "application/json")
                .timeout(timeout)
                .build();
        var response = send(request);
        if (response.statusCode() / 100 != 2) {
            throw failure(response);
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UnexpectedResponseException("The answer is not JSON"); // without the cause: it quotes content
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TransportException("ElevenLabs did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("Interrupted while waiting for ElevenLabs", e);
        }
    }

    private static ApiException failure(HttpResponse<String> response) {
        return new ApiException(
                response.statusCode(),
                code(response.body()),
                response.headers().firstValue("request-id").orElse(null),
                retryAfter(response.headers().firstValue("retry-after").orElse(null)));
    }

    /** The detail is an object with a code, an older one with a status, a list of field errors, a text, or no JSON at all. */
    private static String code(String body) {
        try {
            var detail = JSON.readTree(body).path("detail");
            if (detail.isArray()) {
                return "validation_error";
            }
            return detail.path("code").asText(detail.path("status").asText(""));
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static @Nullable Duration retryAfter(@Nullable String seconds) {
        try {
            return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds.strip()));
        } catch (NumberFormatException e) {
            return null; // an HTTP date: rare enough to be treated as "not said"
        }
    }
}
