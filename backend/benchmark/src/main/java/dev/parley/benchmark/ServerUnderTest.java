package dev.parley.benchmark;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged server in a process of its own, with a heap as small as one would give it. */
final class ServerUnderTest implements AutoCloseable {

    static final String HEAP = "-Xmx512m";

    private static final Pattern AFTER_GC = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;
    private final Path garbageLog;
    private Duration lastCpu = Duration.ZERO;

    private ServerUnderTest(Process process, URI url, Path garbageLog) {
        this.process = process;
        this.url = url;
        this.garbageLog = garbageLog;
    }

    static ServerUnderTest start(Path jar, Map<String, String> settings, Path logs) throws IOException {
        int port = freePort();
        var garbageLog = logs.resolve("gc.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Xlog:gc:file=" + garbageLog,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("server.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_") || name.endsWith("DATABASE_URL"));
        builder.environment().putAll(settings);
        builder.environment().put("PARLEY_PORT", Integer.toString(port));
        return new ServerUnderTest(builder.start(), URI.create("http://127.0.0.1:" + port), garbageLog);
    }

    void awaitReady() throws IOException, InterruptedException {
        long patience = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > patience) {
                throw new IllegalStateException("The server did not start; its log lies beside " + garbageLog);
            }
            Thread.sleep(100);
        }
    }

    void syncNow(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"mutation { syncNow { requested } }\"}"))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"requested\":true")) {
            throw new IllegalStateException("syncNow was refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    URI url() {
        return url;
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        lastCpu = cpu();
        process.destroyForcibly().waitFor();
    }

    long rssMegabytes() throws IOException {
        return Long.parseLong(Machine.find("/proc/" + process.pid() + "/status", "VmRSS:\\s*(\\d+) kB")) / 1024;
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(lastCpu);
    }

    List<Integer> heapAfterGc() throws IOException {
        return AFTER_GC.matcher(Files.readString(garbageLog))
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    /** What is left after a full collection. */
    int liveHeapMegabytes() throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
        try (var output = histogram.inputReader()) {
            var total = output.lines().filter(line -> line.startsWith("Total")).findFirst();
            return total.map(line -> (int) (Long.parseLong(line.strip().split("\\s+")[2]) >> 20))
                    .orElseThrow(() -> new IllegalStateException("jcmd did not answer"));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private boolean isReady() throws IOException, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(url.resolve("/health/ready")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
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
