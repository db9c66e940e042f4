package dev.parley.knowledge.text.child;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.util.Set;

/** A document's links, fonts and schemas stay unread: this process opens no connection, whatever a parser may try. */
final class NoNetwork {

    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt", "jmod");

    private NoNetwork() {}

    @SuppressWarnings("deprecation") // for real networks there are better ways; against them this is the one
    static void enforce() {
        try {
            Socket.setSocketImplFactory(NoNetwork::refuse);
            ServerSocket.setSocketFactory(NoNetwork::refuse);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new RefusingHandler());
    }

    private static java.net.SocketImpl refuse() {
        throw new SecurityException("This process has no network");
    }

    private static final class RefusingHandler extends java.net.URLStreamHandler {

        @Override
        protected java.net.URLConnection openConnection(URL url) throws IOException {
            throw new IOException("This process has no network");
        }
    }
}
