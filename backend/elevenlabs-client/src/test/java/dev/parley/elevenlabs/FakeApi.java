package dev.parley.elevenlabs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers what it was told, over real HTTP, and remembers what it was asked. */
final class FakeApi implements AutoCloseable {

    /** Writes an answer by hand. */
    @FunctionalInterface
    interface Answerer {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Answerer answerer = exchange -> {};
    private volatile String key = "";

    FakeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                key = exchange.getRequestHeaders().getFirst("xi-api-key");
                answerer.answer(exchange);
            }
        });
        server.start();
    }

    FakeApi answers(Answerer how) {
        answerer = how;
        return this;
    }

    FakeApi answers(int status, String body, Map<String, String> headers) {
        return answers(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            send(exchange, status, body);
        });
    }

    FakeApi answers(String body) {
        return answers(200, body, Map.of());
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Paths with their queries. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    String key() {
        return key;
    }

    ElevenLabs client() {
        return client(Duration.ofSeconds(20), Clock.systemUTC());
    }

    ElevenLabs client(Duration timeout, Clock clock) {
        return ElevenLabs.builder()
                .apiKey("key")
                .baseUrl(url())
                .requestTimeout(timeout)
                .clock(clock)
                .build();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
