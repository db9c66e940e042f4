package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.settings.Secret;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filter in a real container, the way browsers meet it; the page says who is logged in. */
class LogInFilterTest {

    private final FakeWorld world = new FakeWorld();
    private final TurnedClock clock = new TurnedClock();
    private final SealedCookie sealing = new SealedCookie(world.settings().panelKey());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private Accounts accounts;

    @BeforeEach
    void start() throws Exception {
        accounts = accounts();
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        var filter = new FilterHolder(new LogInFilter(accounts, new LogInCookie(sealing)));
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new WhoServlet()), "/*");
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
    void bringsALogInBackFromItsCookieAndHandsOutTheNewToken() throws Exception {
        var token = issued();

        var answer = load(cookie(token));

        assertThat(answer.body()).isEqualTo("anna@north.test");
        assertThat(setCookie(answer))
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(tokenIn(setCookie(answer))).isNotEqualTo(token);
    }

    @Test
    void leavesTheCookieAloneWhileItIsTheNewest() throws Exception {
        var first = load(cookie(issued()));

        var second = load(cookie(tokenIn(setCookie(first))) + "; " + session(first));

        assertThat(second.body()).isEqualTo("anna@north.test");
        assertThat(second.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void handsOutARenewedTokenOnAnyRequest() throws Exception {
        var first = load(cookie(issued()));
        var old = tokenIn(setCookie(first));
        var account = accounts.restore(old, "127.0.0.1");
        for (int i = 0; i < 3; i++) {
            account.renew(account.accessToken()); // while the page asked for nothing
        }

        var heartbeat = send(request(cookie(old) + "; " + session(first)).build());

        assertThat(tokenIn(setCookie(heartbeat))).isEqualTo(account.refreshToken());
    }

    @Test
    void forgetsACookieWhoseLogInIsOver() throws Exception {
        var token = issued();
        world.auth.endAll();

        var answer = load(cookie(token));

        assertThat(answer.body()).isEqualTo("nobody");
        assertThat(setCookie(answer)).startsWith("parley-login=;").contains("Expires=Thu, 01 Jan 1970");
    }

    @Test
    void goesOnWithANewerCookieWhenTheSessionsOwnLogInIsOver() throws Exception {
        var first = load(cookie(issued()));
        var account = accounts.restore(tokenIn(setCookie(first)), "127.0.0.1");
        world.auth.endAll();
        account.renew(account.accessToken());

        var answer = load(cookie(issued()) + "; " + session(first));

        assertThat(account.isOver()).isTrue();
        assertThat(answer.body()).isEqualTo("anna@north.test");
    }

    @Test
    void keepsTheCookieWhileSupabaseIsAwayAndSaysSoInTheReadersLanguage() throws Exception {
        var token = issued();
        world.auth.away = true;

        var answer = send(page(cookie(token)).header("Accept-Language", "ru").build());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Служба входа не отвечает");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        world.auth.away = false;
        assertThat(load(cookie(token)).body()).isEqualTo("anna@north.test");
    }

    @Test
    void takesNothingForACookieThatWasNotSealedHere() throws Exception {
        var answer = load("parley-login=" + "A".repeat(80));

        assertThat(answer.body()).isEqualTo("nobody");
        assertThat(world.auth.refreshes).hasValue(0);
    }

    private static final class WhoServlet extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var who = Optional.ofNullable(request.getSession(false))
                    .flatMap(SignedIn::of)
                    .map(Account::email)
                    .orElse("nobody");
            response.getWriter().write(who);
        }
    }

    private Accounts accounts() {
        return new Accounts(new SupabaseAuth(world.settings(), http, clock), clock);
    }

    /** A refresh token as another run of the panel left it in a browser. */
    private Secret issued() {
        try (var other = accounts()) {
            return other.open("anna@north.test", FakeAuth.PASSWORD, "127.0.0.1").refreshToken();
        }
    }

    private String cookie(Secret token) {
        return "parley-login=" + sealing.seal(token);
    }

    private Secret tokenIn(String setCookie) {
        return sealing.open(setCookie.replaceFirst("^parley-login=([^;]*);.*$", "$1"))
                .orElseThrow();
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("parley-login="))
                .findFirst()
                .orElseThrow();
    }

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow()
                .replaceFirst(";.*", "");
    }

    private HttpResponse<String> load(String cookies) throws Exception {
        return send(page(cookies).build());
    }

    private HttpRequest.Builder page(String cookies) {
        return request(cookies).header("Accept", "text/html");
    }

    private HttpRequest.Builder request(String cookies) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/c/1/leads"))
                .header("Cookie", cookies);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
