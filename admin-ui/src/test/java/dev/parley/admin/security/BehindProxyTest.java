package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.server.PanelServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The panel as people reach it by HTTPS, through a proxy that adds to what they say of themselves. */
class BehindProxyTest {

    private final FakeWorld world = new FakeWorld();
    private PanelServer server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        world.proxies = "127.0.0.1";
        server = world.server(new TurnedClock());
        port = server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        world.close();
    }

    @Test
    void cookiesAreOnesThatOnlyThisHostCanSet() throws Exception {
        var anna = visitor("203.0.113.7");

        var first = anna.load("");
        anna.logIn("anna@north.test", FakeAuth.PASSWORD);

        assertThat(Visitor.setCookies(first)).singleElement().asString().contains("Path=/", "Secure", "HttpOnly");
        assertThat(anna.cookies).containsOnlyKeys("__Host-JSESSIONID", "__Host-parley-login");
        assertThat(Visitor.setCookies(anna.load(""))).as("they are understood").isEmpty();
    }

    @Test
    void cookiesOfOtherNamesAreNotRead() throws Exception {
        var anna = visitor("203.0.113.7");
        anna.logIn("anna@north.test", FakeAuth.PASSWORD);
        var other = visitor("203.0.113.7");
        other.cookies.put("JSESSIONID", anna.cookies.get("__Host-JSESSIONID"));
        other.cookies.put("parley-login", anna.cookies.get("__Host-parley-login"));

        other.load("");

        assertThat(other.cookies.get("__Host-JSESSIONID")).isNotEqualTo(anna.cookies.get("__Host-JSESSIONID"));
        assertThat(other.cookies).doesNotContainKey("__Host-parley-login");
    }

    @Test
    void whatVisitorsSayOfThemselvesDoesNotHelpThemToGuess() throws Exception {
        for (int i = 0; i < 8; i++) {
            guess("anna@north.test", i);
        }
        assertThat(world.auth.addresses).hasSize(8);

        assertThat(guess("anna@north.test", 9)).contains("Too many attempts");
        assertThat(world.auth.addresses).as("Supabase was not asked").hasSize(8);
    }

    @Test
    void supabaseIsToldTheAddressThatTheProxySaw() throws Exception {
        guess("anna@north.test", 1);

        assertThat(world.auth.addresses).containsOnly("203.0.113.7");
    }

    private String guess(String email, int i) throws Exception {
        var guesser = visitor("6.6.6." + i + ", 203.0.113.7");
        guesser.headers.put("Forwarded", "for=9.9.9." + i + ";proto=https");
        return guesser.logIn(email, "guess-" + i);
    }

    private Visitor visitor(String forwardedFor) {
        var visitor = new Visitor(port);
        visitor.headers.put("X-Forwarded-For", forwardedFor);
        visitor.headers.put("X-Forwarded-Proto", "https");
        return visitor;
    }
}
