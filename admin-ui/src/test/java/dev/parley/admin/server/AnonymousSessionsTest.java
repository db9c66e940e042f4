package dev.parley.admin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.security.Accounts;
import dev.parley.admin.security.SignedIn;
import dev.parley.admin.security.TestAccounts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions in a real container; the page makes one, logs in when asked to, and says how long it may be idle. */
class AnonymousSessionsTest {

    private static final int MOST = 20;

    private final FakeWorld world = new FakeWorld();
    private final Accounts accounts = world.panel(new TurnedClock()).accounts();
    private final AtomicInteger alive = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler();
        context.setSessionHandler(new PanelSessions());
        context.addEventListener(new AnonymousSessions(MOST, Runnable::run));
        context.addEventListener(new Counter());
        context.addServlet(new ServletHolder(new Page()), "/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        accounts.close();
        world.close();
    }

    @Test
    void thereAreOnlySoMany() throws Exception {
        for (int i = 0; i < 5 * MOST; i++) {
            load("/", "");
        }

        await().until(() -> alive.get() == MOST);
    }

    @Test
    void whoUsesTheirSessionKeepsIt() throws Exception {
        var used = cookie(load("/", ""));
        for (int i = 0; i < 5 * MOST; i++) {
            load("/", "");
            load("/", used);
        }

        await().until(() -> alive.get() == MOST);
        assertThat(load("/", used).headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void whoHasLoggedInIsNotAmongThem() throws Exception {
        var person = cookie(load("/log-in", ""));
        for (int i = 0; i < 5 * MOST; i++) {
            load("/", "");
        }

        await().until(() -> alive.get() == MOST + 1);
        assertThat(load("/", person).headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theirsEndEarly() throws Exception {
        var visitor = load("/", "");

        assertThat(visitor.body()).isEqualTo("PT6M");
        assertThat(load("/log-in", cookie(visitor)).body()).isEqualTo("PT30M");
    }

    private final class Page extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var session = request.getSession();
            if (request.getRequestURI().equals("/log-in")) {
                var account = TestAccounts.loggedIn(world, "anna@north.test", "right");
                session.setAttribute(SignedIn.class.getName(), new SignedIn(accounts, account));
            }
            response.getWriter().print(Duration.ofSeconds(session.getMaxInactiveInterval()));
        }
    }

    private final class Counter implements HttpSessionListener {

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            alive.incrementAndGet();
        }

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            alive.decrementAndGet();
        }
    }

    private HttpResponse<String> load(String path, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }
}
