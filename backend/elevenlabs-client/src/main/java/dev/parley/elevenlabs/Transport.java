package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests and tells answers from refusals. */
final class Transport {

    private static final int MOST_OF_A_REFUSAL = 64 << 10;

    private final HttpClient http;
    private final String baseUrl;
    private final String apiKey;
    private final Duration timeout;
    private final Refusals refusals;

    Transport(HttpClient http, URI baseUrl, String apiKey, Duration timeout, Clock clock) {
        this.http = http;
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
        this.apiKey = apiKey;
        this.timeout = timeout;
        this.refusals = new Refusals(clock);
    }

    JsonNode get(String path) {
        var response = send(path, "application/json", BodyHandlers.ofByteArray());
        if (!isGood(response)) {
            throw refusals.read(
                    response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
        }
        return Json.parse(response.body());
    }

    Audio download(String path) {
        var response = send(path, "audio/*", BodyHandlers.ofInputStream());
        var stream = new WatchedStream(response.body(), timeout);
        if (!isGood(response)) {
            throw refusals.read(response.statusCode(), response.headers(), text(stream));
        }
        var type = response.headers().firstValue("content-type").orElse("application/octet-stream");
        return new Audio(type, stream);
    }

    /** The client's own time-out ends with the headers, so the waiting is limited here. */
    private <T> HttpResponse<T> send(String path, String accept, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("xi-api-key", apiKey)
                .header("Accept", accept)
                .timeout(timeout)
                .build();
        var exchange = http.sendAsync(request, handler);
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TransportException("ElevenLabs did not answer", e.getCause());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new TransportException("ElevenLabs did not answer in time", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException("Interrupted while waiting for ElevenLabs", e);
        }
    }

    private static boolean isGood(HttpResponse<?> response) {
        return response.statusCode() / 100 == 2;
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readNBytes(MOST_OF_A_REFUSAL), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // the status says enough
        }
    }
}
