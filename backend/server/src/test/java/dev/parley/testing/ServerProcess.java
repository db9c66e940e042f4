package dev.parley.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server in a process of its own, to be killed. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final URI url;
    private final Path log;

    private ServerProcess(Process process, URI url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Started, perhaps not ready yet, perhaps refusing to start. */
    public static ServerProcess start(Map<String, String> settings) throws IOException {
        int port = freePort();
        var log = Files.createTempFile("parley-server", ".log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "parley-server.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_") || name.endsWith("DATABASE_URL"));
        builder.environment().putAll(settings);
        builder.environment().put("PARLEY_PORT", Integer.toString(port));
        return new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    }

    public ServerProcess awaitReady() {
        await("the server's health, log: " + log)
                .atMost(Duration.ofSeconds(60))
                .failFast(() -> !process.isAlive())
                .until(this::isReady);
        return this;
    }

    /** The exit code of a server that refuses to start, awaited. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running: " + log());
        }
        return process.exitValue();
    }

    public URI url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As kill does; returns when it is gone. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean isReady() throws IOException, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(url.resolve("/health/ready")).build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
