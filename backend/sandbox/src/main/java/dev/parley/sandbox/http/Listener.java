package dev.parley.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.sandbox.http.Answer.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server on 127.0.0.1 that gives each path prefix to one service, a virtual thread to each request. */
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int NO_BODY = -1;
    private static final int UNKNOWN_LENGTH = 0;

    static {
        // Else an answer's body waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** One of the services behind the port. */
    @FunctionalInterface
    public interface Service {

        Answer handle(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param port 0 for any free one */
    public Listener(int port) {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on 127.0.0.1:" + port, e);
        }
        server.setExecutor(threads);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param services by path prefix */
    public void start(Map<String, Service> services) {
        services.forEach((prefix, service) -> server.createContext(prefix, exchange -> serve(service, exchange)));
        server.start();
    }

    private static void serve(Service service, HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(service, exchange);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            if (exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0) {
                exchange.sendResponseHeaders(answer.status(), NO_BODY);
            } else {
                send(exchange, answer);
            }
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), answer.delivery() == Delivery.CHUNKED ? UNKNOWN_LENGTH : length);
        var body = exchange.getResponseBody();
        body.write(answer.body(), 0, answer.delivery() == Delivery.CUT_OFF ? length / 2 : length);
        body.flush();
    }

    private static Answer answer(Service service, HttpExchange exchange) throws IOException {
        try {
            return service.handle(exchange);
        } catch (RuntimeException e) {
            LOG.error("{} failed", exchange.getRequestMethod(), e);
            return Answer.json(500, Map.of("message", "The sandbox has a defect"));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
