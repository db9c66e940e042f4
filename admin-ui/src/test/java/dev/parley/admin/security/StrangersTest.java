package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.server.PanelServer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people who have not logged in can make the panel do and remember. */
class StrangersTest {

    private static final String ENDED = "\"sessionExpired\":true";

    private final FakeWorld world = new FakeWorld();
    private PanelServer server;
    private Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        server = world.server(new TurnedClock());
        visitor = new Visitor(server.start());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        world.close();
    }

    @Test
    void noAddressIsLongerThan254Characters() throws Exception {
        var longest = "a".repeat(254 - "@north.test".length()) + "@north.test";

        visitor.logIn("a".repeat(900_000) + "@north.test", FakeAuth.PASSWORD);
        visitor.logIn("a" + longest, FakeAuth.PASSWORD);
        assertThat(world.auth.addresses).as("Supabase was not asked").isEmpty();

        visitor.logIn(longest, FakeAuth.PASSWORD);
        assertThat(visitor.cookies).containsKey("parley-login");
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

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"})
    void otherMethodsAreRefusedWithoutASession(String method) throws Exception {
        var answer = visitor.send(visitor.request("").method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        assertThat(visitor.cookies).isEmpty();
    }
}
