package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who connects and then says nothing more is not waited for, whatever they stopped in the middle of. */
class ConnectionsIT {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final List<String> BEGINNINGS = List.of(
            "",
            "POST /graphql HT",
            "POST /graphql HTTP/1.1\r\nHost: parley\r\nConte",
            "GET /health/live HTTP/1.1\r\nHost: parley\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: parley\r\n\r\n",
            "POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Length: 200\r\n\r\n{\"query\":");
    private static final int LONG_AFTER_MILLIS = 20_000;

    private static Installation installation;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.create();
        server = installation.start(Map.of("SERVER_CONNECTION_OPTIONS_READ_TIMEOUT", SILENCE.toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        installation.close();
    }

    @Test
    void silenceEndsAConnection() throws Exception {
        var sockets = new LinkedHashMap<String, Socket>();
        try {
            for (var said : BEGINNINGS) {
                var socket = new Socket(server.url().getHost(), server.url().getPort());
                sockets.put(said, socket);
                socket.setSoTimeout(LONG_AFTER_MILLIS);
                socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            }
            for (var socket : sockets.entrySet()) {
                assertThatCode(() -> socket.getValue().getInputStream().readAllBytes()) // until it is closed
                        .as("after <%s>", socket.getKey())
                        .doesNotThrowAnyException();
            }
        } finally {
            for (var socket : sockets.values()) {
                socket.close();
            }
        }
        assertThat(server.log()).doesNotContain("Exception");
    }
}
