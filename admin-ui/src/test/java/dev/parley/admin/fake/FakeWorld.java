package dev.parley.admin.fake;

import dev.parley.admin.proxy.TrustedProxies;
import dev.parley.admin.server.Panel;
import dev.parley.admin.server.PanelServer;
import dev.parley.admin.settings.Secret;
import dev.parley.admin.settings.Settings;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What is around a panel, on one port. */
public final class FakeWorld implements AutoCloseable {

    public final FakeApi api = new FakeApi();
    public final FakeAuth auth = new FakeAuth();
    public final FakeFeed feed = new FakeFeed();

    /** Whom a panel believes that is made from now on. */
    public String proxies = "";

    public String forwardedHeader = "X-Forwarded-For";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    public FakeWorld() {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler();
        context.addServlet(new ServletHolder(api), "/graphql");
        context.addServlet(new ServletHolder(auth), "/auth/v1/*");
        JakartaWebSocketServletContainerInitializer.configure(context, (servlets, container) -> {
            container.addEndpoint(ServerEndpointConfig.Builder.create(FakeFeed.Socket.class, "/socket")
                    .subprotocols(List.of("graphql-transport-ws"))
                    .configurator(new ServerEndpointConfig.Configurator() {
                        @Override
                        public <T> T getEndpointInstance(Class<T> type) {
                            return type.cast(feed.new Socket());
                        }
                    })
                    .build());
        });
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a feature's operations answer. */
    public <T extends FakeFeature> T of(Class<T> fake) {
        return api.of(fake);
    }

    public URI socket() {
        return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/socket");
    }

    public Settings settings() {
        var base = "http://127.0.0.1:" + connector.getLocalPort();
        return new Settings(
                "127.0.0.1",
                0,
                URI.create(base + "/graphql"),
                socket(),
                URI.create(base),
                new Secret("anon"),
                new Secret("secret"),
                new Secret(Base64.getEncoder().encodeToString(new byte[32])),
                new TrustedProxies(proxies),
                forwardedHeader);
    }

    /** A panel that answers over HTTP. */
    public PanelServer server(Clock clock) throws IOException {
        return new PanelServer(settings(), panel(clock));
    }

    public Panel panel(Clock clock) {
        return Panel.create(settings(), clock);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
