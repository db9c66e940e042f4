package io.helidon.microprofile.server;

import io.helidon.webserver.WebServerConfig;

/** What Helidon keeps to its own package and Parley needs: the server's settings beyond those that have a name. */
public final class HelidonServer {

    private HelidonServer() {}

    /** @return with what the configuration says already in it */
    public static WebServerConfig.Builder builder(ServerCdiExtension extension) {
        return extension.serverBuilder();
    }
}
