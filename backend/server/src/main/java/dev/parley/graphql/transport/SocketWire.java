package dev.parley.graphql.transport;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;

/** A WebSocket. */
record SocketWire(WsSession session) implements Wire {

    @Override
    public void text(String text) {
        session.send(text, true);
    }

    @Override
    public void ping() {
        session.ping(BufferData.empty());
    }

    @Override
    public void close(SocketClose reason) {
        session.close(reason.code(), reason.reason());
    }
}
