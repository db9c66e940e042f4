package dev.parley.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.microprofile.server.HelidonServer;
import io.helidon.microprofile.server.ServerCdiExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sees to it that a peer that says nothing for {@code server.connection-options.read-timeout} is gone, wherever it stopped:
 * Helidon reads that setting, but keeps to it only as a client, and of its own accord ends only connections that wait for
 * another request.
 */
@ApplicationScoped
class Connections {

    private static final int BEFORE_THE_SERVER_STARTS = 500;

    void limit(
            @Observes @Priority(BEFORE_THE_SERVER_STARTS) @Initialized(ApplicationScoped.class) Object started,
            BeanManager beans) {
        var server = HelidonServer.builder(beans.getExtension(ServerCdiExtension.class));
        server.connectionOptions(new WithReadTimeout(server.connectionOptions().orElseGet(SocketOptions::create)));
    }

    private record WithReadTimeout(SocketOptions given) implements SocketOptions {

        @Override
        public void configureSocket(Socket socket) {
            given.configureSocket(socket);
            try {
                socket.setSoTimeout(Math.toIntExact(readTimeout().toMillis()));
            } catch (SocketException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<SocketOption<?>, Object> socketOptions() {
            return given.socketOptions();
        }

        @Override
        public Duration connectTimeout() {
            return given.connectTimeout();
        }

        @Override
        public Duration readTimeout() {
            return given.readTimeout();
        }

        @Override
        public Optional<Integer> socketReceiveBufferSize() {
            return given.socketReceiveBufferSize();
        }

        @Override
        public Optional<Integer> socketSendBufferSize() {
            return given.socketSendBufferSize();
        }

        @Override
        public boolean socketReuseAddress() {
            return given.socketReuseAddress();
        }

        @Override
        public boolean socketKeepAlive() {
            return given.socketKeepAlive();
        }

        @Override
        public boolean tcpNoDelay() {
            return given.tcpNoDelay();
        }
    }
}
