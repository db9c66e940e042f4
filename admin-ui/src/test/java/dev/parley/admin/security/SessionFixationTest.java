package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.server.PanelServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who has put a session's id of their own into the browser of a victim gains nothing by it. */
class SessionFixationTest {

    private static final String SESSION = "JSESSIONID";
    private static final String LOG_IN = "parley-login";

    private final FakeWorld world = new FakeWorld();
    private final TurnedClock clock = new TurnedClock();
    private PanelServer server;
    private Visitor victim;
    private Visitor attacker;

    @BeforeEach
    void start() throws Exception {
        server = world.server(clock);
        int port = server.start();
        victim = new Visitor(port);
        attacker = new Visitor(port);
        attacker.load("");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        world.close();
    }

    @Test
    void aLogInThatComesBackFromItsCookieGetsASessionOfItsOwn() throws Exception {
        victim.cookies.put(LOG_IN, logInOfYesterday());
        var planted = plant();

        victim.load("");

        assertThat(victim.cookies.get(SESSION)).isNotEqualTo(planted);
        assertNothingGained();
    }

    @Test
    void aLogInByPasswordGetsASessionOfItsOwn() throws Exception {
        var planted = plant();

        victim.logIn("anna@north.test", FakeAuth.PASSWORD);

        assertThat(victim.cookies).containsKey(LOG_IN);
        assertThat(victim.cookies.get(SESSION)).isNotEqualTo(planted);
        assertNothingGained();
    }

    @Test
    void anAddressCannotNameASession() throws Exception {
        victim.cookies.put(LOG_IN, logInOfYesterday());

        victim.load(";jsessionid=" + attacker.cookies.get(SESSION));

        assertThat(victim.cookies.get(SESSION)).isNotEqualTo(attacker.cookies.get(SESSION));
        assertThat(Visitor.setCookies(attacker.load("")))
                .as("the session is what it was")
                .isEmpty();
    }

    @Test
    void theIdOfASessionThatIsLoggedInIsNotWorthARefreshToken() throws Exception {
        victim.logIn("anna@north.test", FakeAuth.PASSWORD);
        attacker.cookies.put(SESSION, victim.cookies.get(SESSION));

        assertThat(Visitor.setCookies(attacker.load(""))).isEmpty();

        attacker.cookies.put(LOG_IN, logInOfYesterday());
        assertThat(Visitor.setCookies(attacker.load("")))
                .as("with a log-in of their own")
                .isEmpty();
    }

    private String plant() {
        var planted = attacker.cookies.get(SESSION);
        victim.cookies.put(SESSION, planted);
        return planted;
    }

    private void assertNothingGained() throws Exception {
        attacker.load("");
        assertThat(attacker.cookies).doesNotContainKey(LOG_IN);
    }

    /** The cookie of a log-in that no session holds any more. */
    private String logInOfYesterday() throws Exception {
        try (var before = world.server(clock)) {
            var browser = new Visitor(before.start());
            browser.logIn("bob@north.test", FakeAuth.PASSWORD);
            return browser.cookies.get(LOG_IN);
        }
    }
}
