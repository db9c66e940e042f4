package dev.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import java.net.http.HttpRequest;
import java.util.List;
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

    static Stream<Arguments> badTokens() {
        var parley = Parley.shared();
        return parley.sandbox().tokens().refused(parley.member(parley.russian(), "owner")).entrySet().stream()
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
        var token = parley.sandbox().tokens().withOddEmail(parley.member(parley.russian(), "owner"));

        var me = parley.withToken(token).data(WHO).path("me");

        assertThat(me.path("email").isNull()).isTrue();
        assertThat(me.path("client").path("id").asText())
                .isEqualTo(parley.russian().id().toString());
    }

    @Test
    void twoClientsAtOnceAreNone() {
        var api = parley.as(parley.inBoth());
        for (var order :
                List.of(List.of(parley.russian(), parley.english()), List.of(parley.english(), parley.russian()))) {
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

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "Bearer", "\u00e9.\u00e9.\u00e9"})
    void nonsenseIsRefused(String token) {
        assertThat(parley.withToken(token).ask(WHO).status()).isEqualTo(401);
    }

    @Test
    void aGoodTokenSaysWhoIsCalling() {
        var owner = parley.member(parley.russian(), "owner");

        var me = parley.as(owner).data(WHO).path("me");

        assertThat(me.path("id").asText()).isEqualTo(owner.id().toString());
        assertThat(me.path("email").asText()).isEqualTo(owner.email());
        assertThat(me.path("client").path("id").asText())
                .isEqualTo(parley.russian().id().toString());
        assertThat(me.path("client").path("role").asText()).isEqualTo("OWNER");
    }

    @Test
    void whoWorksInSeveralClientsChoosesOne() {
        var both = parley.as(parley.inBoth());

        assertThat(both.data(WHO).path("me").path("client").isNull()).isTrue();
        assertThat(both.data(WHO).path("me").path("clients")).hasSize(2);
        assertThat(both.ask("{ leads { totalCount } }").code()).isEqualTo("BAD_USER_INPUT");
        for (var client : parley.world().clients()) {
            var chosen = both.in(client.id()).data(WHO).path("me").path("client");
            assertThat(chosen.path("id").asText()).isEqualTo(client.id().toString());
            assertThat(both.in(client.id()).ask("{ leads { totalCount } }").code())
                    .isEmpty();
        }
    }

    @Test
    void nobodyChoosesAClientTheyDoNotWorkIn() {
        var owner = parley.as(parley.russian(), "owner");

        for (var other : new Object[] {parley.english().id(), UUID.randomUUID(), "'; drop table leads; --"}) {
            var answer = owner.in(other).ask(WHO);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void aRemovedMemberIsOutAtTheNextRequest() {
        var user = parley.world().users().getFirst();
        var client = user.memberships().getFirst().clientId();
        assertThat(parley.as(user).ask("{ leads { totalCount } }").code()).isEmpty();

        parley.sql(
                "update client_members set user_id = ? where user_id = ? and client_id = ? returning id",
                UUID.randomUUID(),
                user.id(),
                client);
        try {
            assertThat(parley.as(user).ask("{ leads { totalCount } }").code()).isEqualTo("FORBIDDEN");
        } finally {
            parley.sql(
                    "insert into client_members (client_id, user_id, role) values (?, ?, ?) returning id",
                    client,
                    user.id(),
                    user.memberships().getFirst().role());
        }
    }
}
