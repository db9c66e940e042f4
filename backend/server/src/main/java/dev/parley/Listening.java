package dev.parley;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is looked at before the server begins to listen, since the framework would not name the setting. */
final class Listening {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private static final String HOST = "PARLEY_HOST";
    /** Says that something in front does TLS, so that nothing secret goes over a network as it is. */
    private static final String BEHIND_TLS = "PARLEY_BEHIND_TLS";

    private static final String USUAL_HOST = "127.0.0.1";
    private static final String PORT = "PARLEY_PORT";
    private static final int USUAL_PORT = 7400;
    private static final int HIGHEST_PORT = 65_535;

    private Listening() {}

    /** @throws StartException when a setting is wrong, or Parley would speak without TLS to a network unasked */
    static void check(Config config) {
        Settings.number(config, PORT, USUAL_PORT, 0, HIGHEST_PORT);
        Settings.number(config, "PARLEY_MAX_BODY_BYTES", 268_435_456L, 1, Long.MAX_VALUE);
        oneOf(config, "PARLEY_LOG_FORMAT", Set.of("json", "text"));
        oneOf(config, "PARLEY_LOG_LEVEL", Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF"));
        var host = Settings.text(config, HOST).orElse(USUAL_HOST);
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartException(HOST + " takes an address of this machine, for example 127.0.0.1", e);
        }
        if (!Settings.isLoopback(host) && !Settings.flag(config, BEHIND_TLS, false)) {
            throw new StartException(HOST + " lets other machines in, and Parley itself speaks plain HTTP: set "
                    + BEHIND_TLS + "=true when a proxy in front of it does TLS, or write 127.0.0.1");
        }
    }

    /** @throws StartException when somebody else has the port, or the address is not of this machine */
    static void tryOut(Config config) {
        var host = Settings.text(config, HOST).orElse(USUAL_HOST);
        int port = (int) Settings.number(config, PORT, USUAL_PORT, 0, HIGHEST_PORT);
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            LOG.debug("Address {} is free", socket.getLocalSocketAddress());
        } catch (IOException e) {
            throw new StartException(
                    HOST + " and " + PORT + " name an address that is in use or not of this machine: write another one",
                    e);
        }
    }

    private static void oneOf(Config config, String name, Set<String> known) {
        if (!Settings.text(config, name).map(known::contains).orElse(true)) {
            throw new StartException(name + " takes one of "
                    + String.join(", ", known.stream().sorted().toList()));
        }
    }
}
