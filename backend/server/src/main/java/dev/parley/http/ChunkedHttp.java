package dev.parley.http;

import io.helidon.common.Weight;
import io.helidon.common.Weighted;
import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ProtocolConfigs;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionProvider;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelectorProvider;
import java.util.List;
import java.util.Set;

/** Helidon's HTTP/1.1 with {@link Framing} and {@link ChunkReader}. Found by Helidon as a service, before its own. */
@Weight(Weighted.DEFAULT_WEIGHT + 10)
public final class ChunkedHttp implements ServerConnectionSelectorProvider<Http1Config> {

    @SuppressWarnings("deprecation") // to be made by the service loader only, which would make this class, too
    private final Http1ConnectionProvider given = new Http1ConnectionProvider();

    @Override
    public Class<Http1Config> protocolConfigType() {
        return given.protocolConfigType();
    }

    @Override
    public String protocolType() {
        return given.protocolType();
    }

    @Override
    public ServerConnectionSelector create(String socketName, Http1Config config, ProtocolConfigs configs) {
        // Alone: of several listeners Helidon 4.1 calls none. The one left out writes requests, tokens and all, to the
        // log.
        var framed = Http1Config.builder(config)
                .receiveListeners(List.of(new Framing()))
                .build();
        return new Selector(given.create(socketName, framed, configs));
    }

    private record Selector(ServerConnectionSelector given) implements ServerConnectionSelector {

        @Override
        public int bytesToIdentifyConnection() {
            return given.bytesToIdentifyConnection();
        }

        @Override
        public Support supports(BufferData data) {
            return given.supports(data);
        }

        @Override
        public Set<String> supportedApplicationProtocols() {
            return given.supportedApplicationProtocols();
        }

        @Override
        public ServerConnection connection(ConnectionContext context) {
            return given.connection(new ChunkedConnection(context));
        }
    }
}
