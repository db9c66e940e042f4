package dev.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, over HTTP and over sockets, and into which client. */
class TokensIT {

    private static final String WHO = "{ me { id email client { id role } clients { id } } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    static Stream<Arguments> badTokens() {
        var parley = Parley.shared();
        return parley.sandbox().tokens().refused(new OwnClient(parley).member("owner")).entrySet().stream()
                .map(token -> Arguments.of(token.getKey(), token.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String what, String token) {
        var answer = parley.withToken(token).ask(WHO);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.body().toString()).doesNotContain(token.substring(0, 20));
        try (var socket = Socket.open(parley.graphqlSocket())) {
            var init = Socket.message("connection_init");
            init.putObject("payload").put("authorization", "Bearer " + token);
            socket.send(init);
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void anEmailThatIsNoTextIsNone() {
        var token = parley.sandbox().tokens().withOddEmail(other.member("owner"));

        var me = parley.withToken(token).data(WHO).path("me");

        assertThat(me.path("email").isNull()).isTrue();
        assertThat(me.path("client").path("id").asText()).isEqualTo(other.id().toString());
    }

    @Test
    void twoClientsAtOnceAreNone() {
        var api = parley.as(OwnClient.inAll(parley, Map.of(client, "analyst", other, "admin")));
        for (var order : List.of(List.of(other.client(), client.client()), List.of(client.client(), other.client()))) {
            var request = api.request(parley.graphql())
                    .header("X-Client-Id", order.getFirst().id().toString())
                    .header("X-Client-Id", order.getLast().id().toString())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ me { id } }\"}"));

            var answer = api.send(request);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void twoTokensAtOnceAreNone() {
        var api = parley.withToken(null);
        for (var tokens : List.of(List.of(client.token("viewer"), "x"), List.of("x", client.token("viewer")))) {
            var request = api.request(parley.graphql())
                    .header("Authorization", "Bearer " + tokens.getFirst())
                    .header("Authorization", "Bearer " + tokens.getLast())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ me { id } }\"}"));

            assertThat(api.send(request).code()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "Bearer", "\u00e9.\u00e9.\u00e9"})
    void nonsenseIsRefused(String token) {
        var answer = parley.withToken(token).ask(WHO);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @Test
    void aGoodTokenSaysWhoIsCalling() {
        var owner = other.member("owner");

        var me = parley.as(owner).data(WHO).path("me");

        assertThat(me.path("id").asText()).isEqualTo(owner.id().toString());
        assertThat(me.path("email").asText()).isEqualTo(owner.email());
        assertThat(me.path("client").path("id").asText()).isEqualTo(other.id().toString());
        assertThat(me.path("client").path("role").asText()).isEqualTo("OWNER");
    }

    @Test
    void whoWorksInSeveralClientsChoosesOne() {
        var both = parley.as(OwnClient.inAll(parley, Map.of(client, "analyst", other, "admin")));

        assertThat(both.data(WHO).path("me").path("client").isNull()).isTrue();
        assertThat(both.data(WHO).path("me").path("clients")).hasSize(2);
        assertThat(both.ask("{ leads { totalCount } }").code()).isEqualTo("BAD_USER_INPUT");
        for (var one : List.of(client, other)) {
            var chosen = both.in(one.id()).data(WHO).path("me").path("client");
            assertThat(chosen.path("id").asText()).isEqualTo(one.id().toString());
            assertThat(both.in(one.id()).ask("{ leads { totalCount } }").code()).isEmpty();
        }
    }

    @Test
    void nobodyChoosesAClientTheyDoNotWorkIn() {
        var owner = other.api("owner");

        for (var other : new Object[] {client.id(), UUID.randomUUID(), "'; drop table leads; --"}) {
            var answer = owner.in(other).ask(WHO);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void aRemovedMemberIsOutAtTheNextRequest() {
        var user = client.member("viewer");
        assertThat(parley.as(user).ask("{ leads { totalCount } }").code()).isEmpty();

        parley.sql("delete from client_members where user_id = ? returning id", user.id());

        assertThat(parley.as(user).ask("{ leads { totalCount } }").code()).isEqualTo("FORBIDDEN");
    }
}
