package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testing.Api;
import dev.parley.testing.ApiTokenMaker;
import dev.parley.testing.EventStreamClient;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.TestClock;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** graphql-sse, distinct connections. */
class EventStreamIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "subscription { leadEvents { id } }";
    /** Whoever lost the right to a stream keeps it no longer than this. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final URI endpoint = parley.url().resolve("/graphql/stream");
    private final EventStreamEndpoint streams =
            CDI.current().select(EventStreamEndpoint.class).get();

    @Test
    void aQueryIsOneEventAndDone() {
        var query = "{ me { client { id } } }";
        var byGet =
                owner().request(URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        for (var request : new HttpRequest[] {post(owner(), query), byGet.build()}) {
            try (var stream = EventStreamClient.open(request)) {
                assertThat(stream.response().statusCode()).isEqualTo(200);
                assertThat(stream.response().headers().firstValue("Content-Type"))
                        .contains("text/event-stream; charset=utf-8");
                assertThat(stream.response().headers().firstValue("Content-Encoding"))
                        .isEmpty();
                var next = stream.nextEvent();
                assertThat(next.name()).isEqualTo("next");
                assertThat(next.json().at("/data/me/client/id").asText())
                        .isEqualTo(client.id().toString());
                assertThat(next.json().at("/extensions/cost/requested").isNumber())
                        .isTrue();
                assertThat(stream.nextEvent().name()).isEqualTo("complete");
                assertThat(stream.nextEvent().name()).isEqualTo("end");
            }
        }
    }

    @Test
    void aMutationIsForPostOnly() {
        var mutation = "mutation { updateLead(id: \"x\", version: 1, input: {}) { problems { code } } }";
        try (var stream = EventStreamClient.open(post(owner(), mutation))) {
            assertThat(stream.nextEvent()
                            .json()
                            .at("/data/updateLead/problems/0/code")
                            .asText())
                    .isEqualTo("NOT_FOUND");
        }
        var byGet = new Api(endpoint, owner().token(), null)
                .get("query=" + URLEncoder.encode(mutation, StandardCharsets.UTF_8));
        assertThat(byGet.status()).isEqualTo(405);
    }

    @Test
    void eventsComeAtOnce() {
        try (var stream = EventStreamClient.open(post(
                owner(),
                "subscription($after: ID) { leadEvents(after: $after) { id lead { email } } }",
                Map.of("after", head())))) {
            assertThat(stream.next().data())
                    .as("let in, before anything happens")
                    .startsWith(":");
            for (int i = 0; i < 2; i++) {
                var email = "sse." + i + "@example.com";
                client.tell(client.call().user("Mail " + email));
                assertThat(stream.nextEvent()
                                .json()
                                .at("/data/leadEvents/lead/email")
                                .asText())
                        .isEqualTo(email);
            }
        }
    }

    @Test
    void whatIsWrongWithTheDocumentIsSaidInTheStream() {
        for (var wrong : new String[] {"{", "{ nothing }", "subscription { nothing }"}) {
            try (var stream = EventStreamClient.open(post(owner(), wrong))) {
                assertThat(stream.response().statusCode()).isEqualTo(200);
                assertThat(stream.nextEvent()
                                .json()
                                .at("/errors/0/extensions/code")
                                .asText())
                        .startsWith("GRAPHQL_");
                assertThat(stream.nextEvent().name()).isEqualTo("complete");
            }
        }
    }

    @Test
    void whatIsNoRequestIsRefused() {
        var stranger = new Api(endpoint, null, null).post("{\"query\":\"{ me { id } }\"}");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(new Api(endpoint, owner().token(), null).post("[]").status()).isEqualTo(400);
    }

    @Test
    void whoGoesIsNoticed() {
        var owner = client.member("owner").id();
        var gone = new ArrayList<EventStreamClient>();
        for (int i = 0; i < 5; i++) {
            gone.add(EventStreamClient.open(post(owner(), EVENTS)));
        }
        assertThat(streams.count(owner)).isEqualTo(5);
        gone.forEach(EventStreamClient::close);
        // The first ping after they have gone may still be taken by the network, the second is not.
        try (var turned = TestClock.shared().turn(Duration.ZERO)) {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        turned.further(Duration.ofSeconds(10));
                        return streams.count(owner) == 0;
                    });
        }
    }

    @Test
    void nobodyHasMoreStreamsThanTheLimit() {
        var program = ApiTokenMaker.make(client, "viewer");
        var api = new Api(endpoint, program.token(), null);
        var open = new ArrayList<EventStreamClient>();
        try {
            for (int i = 0; i < EventStreamEndpoint.MOST; i++) {
                open.add(EventStreamClient.open(post(api, EVENTS)));
            }
            assertThat(open).allMatch(stream -> stream.response().statusCode() == 200);
            assertThat(api.ask(EVENTS).status()).isEqualTo(429);
        } finally {
            open.forEach(EventStreamClient::close);
        }
    }

    @Test
    void aRemovedMembersStreamEnds() {
        var admin = client.member("admin");
        try (var stream = EventStreamClient.open(post(parley.as(admin), EVENTS))) {
            stream.next();
            parley.sql("delete from client_members where user_id = ? returning id", admin.id());
            endsAsPromised(stream, "FORBIDDEN");
        }
    }

    @Test
    void whoseRoleChangesIsCutOffAndComesBack() {
        var made = ApiTokenMaker.make(client, "admin");
        var request = post(new Api(endpoint, made.token(), null), EVENTS);
        try (var stream = EventStreamClient.open(request)) {
            stream.next();
            parley.sql("update client_members set role = 'viewer' where user_id = ? returning id", made.id());
            long begun = System.nanoTime();
            var said = stream.next();
            while (said.data().equals(":")) {
                said = stream.next();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMISED);
            assertThat(said.data()).isEqualTo(": " + SocketClose.ROLE_CHANGED.reason());
            assertThat(stream.nextEvent().name())
                    .as("no \"complete\": it is to be resumed")
                    .isEqualTo("end");
        }
        try (var again = EventStreamClient.open(request)) {
            assertThat(again.response().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anEventThatComesBeforeTheLookEndsItToo() throws SQLException {
        var lead = client.lead("new", 10);
        client.happened("lead", "created", lead, 1);
        var request = post(owner(), "subscription { leadEvents(after: \"0\") { id } }");
        try (var stream = EventStreamClient.open(request)) {
            assertThat(stream.nextEvent().json().at("/data/leadEvents/id").asText())
                    .isEqualTo("1");
            parley.sql(
                    "update client_members set role = 'viewer' where user_id = ? returning id",
                    client.member("owner").id());
            client.happened("lead", "updated", lead, 1);
            assertThat(stream.nextEvent().name())
                    .as("neither the event nor an error nor \"complete\"")
                    .isEqualTo("end");
        }
        try (var again = EventStreamClient.open(request)) {
            for (var id : new String[] {"1", "2"}) {
                assertThat(again.nextEvent().json().at("/data/leadEvents/id").asText())
                        .isEqualTo(id);
            }
            parley.sql(
                    "delete from client_members where user_id = ? returning id",
                    client.member("owner").id());
            client.happened("lead", "updated", lead, 1);
            endsAsPromised(again, "FORBIDDEN");
        }
    }

    @Test
    void aRevokedTokensStreamEnds() {
        var made = ApiTokenMaker.make(client, "viewer");
        try (var stream = EventStreamClient.open(post(new Api(endpoint, made.token(), null), EVENTS))) {
            stream.next();
            ApiTokenMaker.revoke(owner(), made.id());
            endsAsPromised(stream, "UNAUTHENTICATED");
        }
    }

    @Test
    void aStreamEndsWithItsToken() {
        var life = Duration.ofMinutes(1);
        var brief = parley.sandbox().tokens().of(client.member("owner"), life);
        try (var stream = EventStreamClient.open(post(new Api(endpoint, brief, null), EVENTS));
                var turned = TestClock.shared().turn(life.plusSeconds(1))) {
            endsAsPromised(stream, "UNAUTHENTICATED");
        }
    }

    private static void endsAsPromised(EventStreamClient stream, String code) {
        long begun = System.nanoTime();
        ends(stream, code);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMISED.plusSeconds(1));
    }

    private static void ends(EventStreamClient stream, String code) {
        var last = stream.nextEvent();
        assertThat(last.json().at("/errors/0/extensions/code").asText()).isEqualTo(code);
        assertThat(stream.nextEvent().name()).isEqualTo("complete");
        assertThat(stream.nextEvent().name()).isEqualTo("end");
    }

    private Api owner() {
        return client.api("owner");
    }

    private String head() {
        return parley.sql("select coalesce(max(id), 0) from events where client_id = ?", client.id());
    }

    private HttpRequest post(Api api, String query) {
        return post(api, query, Map.of());
    }

    private HttpRequest post(Api api, String query, Map<String, ?> variables) {
        var body = JSON.valueToTree(Map.of("query", query, "variables", variables));
        return api.request(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }
}
