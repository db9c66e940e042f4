package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.server.PanelServer;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people who have not logged in can make the panel do and remember. */
class StrangersTest {

    private static final String ENDED = "\"sessionExpired\":true";

    private final FakeWorld world = new FakeWorld();
    private final TurnedClock clock = new TurnedClock();
    private PanelServer server;
    private int port;
    private Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        world.proxies = "127.0.0.1";
        server = world.server(clock);
        port = server.start();
        visitor = new Visitor(port);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        world.close();
    }

    @Test
    void noAddressIsLongerThan254Characters() throws Exception {
        var longest = "a".repeat(254 - "@north.test".length()) + "@north.test";

        visitor.logIn("a" + longest, FakeAuth.PASSWORD);
        assertThat(world.auth.addresses).as("Supabase was not asked").isEmpty();

        visitor.logIn(longest, FakeAuth.PASSWORD);
        assertThat(visitor.cookies).containsKey("parley-login");
    }

    @ParameterizedTest
    @ValueSource(ints = {16 * 1024 + 1, 900_000})
    void longRequestsAreForPeopleWhoHaveLoggedIn(int length) throws Exception {
        visitor.openLogIn();
        assertThat(post(length)).isEqualTo(413);

        visitor.logIn("anna@north.test", FakeAuth.PASSWORD);
        assertThat(post(length)).isNotEqualTo(413);
    }

    @Test
    void aLengthThatIsNotSaidIsLong() throws Exception {
        var unknown = HttpRequest.BodyPublishers.ofInputStream(InputStream::nullInputStream);

        assertThat(visitor.send(visitor.request("?v-r=uidl&v-uiId=0").POST(unknown))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void anAddressBeginsOnlySoManySessions() throws Exception {
        visitor.load("");
        var anna = new Visitor(port);
        anna.logIn("anna@north.test", FakeAuth.PASSWORD);
        for (int i = 2; i < 100; i++) {
            assertThat(new Visitor(port).load("").statusCode()).isEqualTo(200);
        }

        var refused = new Visitor(port).load("");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("4");
        assertThat(Visitor.setCookies(refused)).isEmpty();

        assertThat(visitor.load("").statusCode()).as("who has a session").isEqualTo(200);
        anna.cookies.remove("JSESSIONID");
        assertThat(anna.load("").statusCode()).as("who has logged in").isEqualTo(200);
        assertThat(new Visitor(port).load("healthz").statusCode()).isEqualTo(200);
        assertThat(behindProxy("203.0.113.7").load("").statusCode())
                .as("from elsewhere")
                .isEqualTo(200);
        clock.turn(Duration.ofSeconds(4));
        assertThat(new Visitor(port).load("").statusCode()).as("later").isEqualTo(200);
    }

    @Test
    void fewPagesAreOpenInASessionWithoutALogIn() throws Exception {
        var first = visitor.openLogIn();
        var second = visitor.openLogIn();
        for (int i = 0; i < 3; i++) {
            visitor.openLogIn();
        }

        assertThat(visitor.logIn(first, "anna@north.test", "wrong")).contains(ENDED);
        assertThat(visitor.logIn(second, "anna@north.test", "wrong")).doesNotContain(ENDED);
    }

    @Test
    void aPageThatWasOpenBeforeSomebodyLoggedInDoesNotComeInWithThem() throws Exception {
        var other = visitor.openLogIn();

        visitor.logIn("anna@north.test", FakeAuth.PASSWORD);

        assertThat(visitor.logIn(other, "anna@north.test", "wrong")).contains(ENDED);
    }

    private Visitor behindProxy(String address) {
        var other = new Visitor(port);
        other.headers.put("X-Forwarded-For", address);
        return other;
    }

    private int post(int length) throws Exception {
        var body = HttpRequest.BodyPublishers.ofString(" ".repeat(length));
        return visitor.send(visitor.request("?v-r=uidl&v-uiId=0").POST(body)).statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"})
    void otherMethodsAreRefusedWithoutASession(String method) throws Exception {
        var answer = visitor.send(visitor.request("").method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        assertThat(visitor.cookies).isEmpty();
    }
}
