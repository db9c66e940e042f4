package dev.parley.benchmark;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A server that answers GraphQL, in a process of its own. */
final class Side implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String name;
    private final String token;
    private final Function<Shape, String> words;
    private final Process process;
    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long started = System.nanoTime();

    private Side(String name, String token, Function<Shape, String> words, Process process, int port) {
        this.name = name;
        this.token = token;
        this.words = words;
        this.process = process;
        this.url = URI.create("http://127.0.0.1:" + port);
    }

    /** @param portVariable the environment variable that tells it where to listen */
    static Side start(
            String name,
            String token,
            Function<Shape, String> words,
            List<String> command,
            Map<String, String> settings,
            String portVariable,
            Path log)
            throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("PARLEY_") || key.endsWith("DATABASE_URL"));
        builder.environment().putAll(settings);
        builder.environment().put(portVariable, Integer.toString(port));
        return new Side(name, token, words, builder.start(), port);
    }

    String name() {
        return name;
    }

    String token() {
        return token;
    }

    URI graphql() {
        return url.resolve("/graphql");
    }

    String words(Shape shape) {
        return words.apply(shape);
    }

    long pid() {
        return process.pid();
    }

    /** Waits until {@code path} is answered, however; returns the seconds since the start. */
    double awaitReady(String path) throws IOException, InterruptedException {
        while (true) {
            try {
                var request = HttpRequest.newBuilder(url.resolve(path)).build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() < 500) {
                    return (System.nanoTime() - started) / 1e9;
                }
            } catch (ConnectException e) {
                // not yet
            }
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new IllegalStateException(name + " did not start");
            }
            Thread.sleep(20);
        }
    }

    /** Latencies in milliseconds of requests one after the other, for so long. */
    List<Double> oneByOne(String body, Duration howLong) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            ask(body);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    String ask(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(graphql())
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(name + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
