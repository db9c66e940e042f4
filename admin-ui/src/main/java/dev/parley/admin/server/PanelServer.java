package dev.parley.admin.server;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import dev.parley.admin.language.Translations;
import dev.parley.admin.proxy.Forwarding;
import dev.parley.admin.security.StrangersFilter;
import dev.parley.admin.settings.Settings;
import dev.parley.admin.shell.AppShell;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.concurrent.ForkJoinPool;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.FilterMapping;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The web server of the panel. Vaadin's initializers are registered by hand: nothing is scanned. */
public final class PanelServer implements AutoCloseable {

    private static final int MOST_ANONYMOUS = 500;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final Server server = new Server();
    private final ServerConnector connector;

    public PanelServer(Settings settings, Panel panel) throws IOException {
        connector = new ServerConnector(server, new HttpConnectionFactory(http(settings)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        server.addConnector(connector);
        var gzip = new CompressionHandler(context(panel));
        gzip.putCompression(new GzipCompression());
        server.setHandler(gzip);
        server.setStopTimeout(STOP_WITHIN.toMillis());
    }

    /** @return the port it listens on */
    public int start() throws Exception {
        server.start();
        return connector.getLocalPort();
    }

    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static HttpConfiguration http(Settings settings) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        if (!settings.trustedProxies().areNone()) {
            http.addCustomizer(new Forwarding(settings.trustedProxies(), settings.forwardedHeader()));
        }
        return http;
    }

    private static ServletContextHandler context(Panel panel) throws IOException {
        var context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.setContextPath("/");
        context.setClassLoader(PanelServer.class.getClassLoader());
        context.setBaseResource(staticFiles(ResourceFactory.of(context)));
        context.setAttribute(Panel.class.getName(), panel);
        context.setSessionHandler(new PanelSessions());
        context.addEventListener(new AnonymousSessions(MOST_ANONYMOUS, ForkJoinPool.commonPool()));

        context.addServletContainerInitializer(
                new LookupServletContainerInitializer(), LookupInitializer.class, ViewFactory.class);
        context.addServletContainerInitializer(
                new RouteRegistryInitializer(), Views.routes(panel.features()).toArray(Class<?>[]::new));
        context.addServletContainerInitializer(
                new ErrorNavigationTargetInitializer(), Views.ERRORS.toArray(Class<?>[]::new));
        context.addServletContainerInitializer(new VaadinAppShellInitializer(), AppShell.class);
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addEventListener(new JSR356WebsocketInitializer());

        context.addFilter(asynchronous(new SecurityHeaders()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(asynchronous(new KnownMethods()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(asynchronous(panel.logInFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
        var strangers = asynchronous(new StrangersFilter(panel.clock()));
        var pages = new FilterMapping();
        pages.setFilterName(strangers.getName());
        pages.setServletName("vaadin");
        context.getServletHandler().addFilter(strangers, pages);

        context.addServlet(new ServletHolder("health", new HealthServlet()), "/healthz");
        context.addServlet(new ServletHolder("styles", new FeatureStyles(panel.features())), "/features.css");
        var vaadin = new ServletHolder("vaadin", VaadinServlet.class);
        vaadin.setInitParameter("i18n.provider", Translations.class.getName());
        vaadin.setInitParameter("productionMode", "true"); // nothing is built while it runs
        vaadin.setAsyncSupported(true);
        vaadin.setInitOrder(1);
        context.addServlet(vaadin, "/*");
        return context;
    }

    private static FilterHolder asynchronous(Filter filter) {
        var holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        return holder;
    }

    private static Resource staticFiles(ResourceFactory resources) throws IOException {
        var all = new ArrayList<Resource>();
        for (var url : Collections.list(PanelServer.class.getClassLoader().getResources("META-INF/resources/"))) {
            all.add(resources.newResource(url));
        }
        return ResourceFactory.combine(all);
    }
}
