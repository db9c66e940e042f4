package dev.parley.graphql.transport;

import java.io.IOException;

/** A connection as its one writer sees it. Failures to write may be unchecked, too. */
interface Wire {

    void text(String text) throws IOException;

    /** Asks whether the peer is still there, and keeps what lies between us from thinking it is not. */
    void ping() throws IOException;

    void close(SocketClose reason) throws IOException;
}
