package dev.parley.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.security.ApiTokenText;
import dev.parley.testing.Api;
import dev.parley.testing.ApiTokenMaker;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** API tokens from their making to their end, over HTTP; sockets are in SocketTokensIT. */
class ApiTokensIT {

    private static final String WHO =
            "{ me { id kind email tokenName tokenExpiresAt client { id role } clients { id } } }";
    private static final String LIST = "{ apiTokens(first: 200) { nodes { id start lastUsedAt status } totalCount } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    @Test
    void aTokenIsAMemberOfItsOwn() {
        var made = ApiTokenMaker.create(
                client.api("owner"), Map.of("name", " Dashboard ", "role", "ANALYST", "expiresInDays", 7));
        var token = made.path("apiToken");
        assertThat(token.path("name").asText()).isEqualTo("Dashboard");
        assertThat(token.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(token.path("createdBy").asText())
                .isEqualTo(client.member("owner").email());
        assertThat(token.path("lastUsedAt").isNull()).isTrue();
        assertThat(Instant.parse(token.path("expiresAt").asText()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(7)));
        var secret = made.path("token").asText();
        assertThat(secret).startsWith(token.path("start").asText());

        var me = parley.withToken(secret).data(WHO).path("me");

        assertThat(me.path("id").asText()).isEqualTo(token.path("id").asText());
        assertThat(me.path("kind").asText()).isEqualTo("PROGRAM");
        assertThat(me.path("email").isNull()).isTrue();
        assertThat(me.path("tokenName").asText()).isEqualTo("Dashboard");
        assertThat(me.path("tokenExpiresAt").asText())
                .isEqualTo(token.path("expiresAt").asText());
        assertThat(me.path("client").path("id").asText()).isEqualTo(client.id().toString());
        assertThat(me.path("client").path("role").asText()).isEqualTo("ANALYST");
        assertThat(me.path("clients")).hasSize(1);
    }

    @Test
    void readsAndWritesUnderItsOwnIdAndInItsClientOnly() {
        var call = client.call().user("token@example.com");
        client.tell(call);
        await().until(() -> parley.leadOf(call.id()) != null);
        var lead = parley.leadOf(call.id());
        var mine = ApiTokenMaker.make(client, "analyst");
        var theirs = ApiTokenMaker.make(other, "owner");
        var edit =
                "mutation { updateLead(id: \"%s\", version: 1, input: {notes: \"by a program\"}) { lead { notes } } }"
                        .formatted(lead);
        var read = "{ lead(id: \"%s\") { id } leads(first: 200) { nodes { id } } }".formatted(lead);

        assertThat(parley.withToken(theirs.token()).data(read).path("lead").isNull())
                .isTrue();
        assertThat(parley.withToken(theirs.token()).data(read).toString()).doesNotContain(lead);
        assertThat(parley.withToken(theirs.token())
                        .data(edit)
                        .path("updateLead")
                        .path("lead")
                        .isNull())
                .isTrue();
        assertThat(parley.withToken(mine.token())
                        .data(edit)
                        .path("updateLead")
                        .path("lead")
                        .path("notes")
                        .asText())
                .isEqualTo("by a program");
        assertThat(parley.sql("select user_id from audit_log where entity_id = ?", UUID.fromString(lead)))
                .isEqualTo(mine.id().toString());
        assertThat(parley.withToken(ApiTokenMaker.make(client, "viewer").token())
                        .ask(edit)
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void itsClientNeedNotBeNamedAndNoOtherMayBe() {
        var token = parley.withToken(ApiTokenMaker.make(client, "viewer").token());

        assertThat(token.in(client.id()).ask(WHO).status()).isEqualTo(200);
        for (var named : new Object[] {other.id(), UUID.randomUUID(), "x"}) {
            var answer = token.in(named).ask(WHO);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void worksForLinksToo() {
        var token = ApiTokenMaker.make(client, "viewer").token();
        var answer = parley.withToken(token).get("query=" + URLEncoder.encode(WHO, StandardCharsets.UTF_8));

        assertThat(answer.data().path("me").path("kind").asText()).isEqualTo("PROGRAM");
    }

    static Stream<Arguments> uselessTokens() {
        var parley = Parley.shared();
        var client = new OwnClient(parley);
        var expired = ApiTokenMaker.make(client, "viewer");
        parley.sql(
                "update api_tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'"
                        + " where id = ? returning id",
                expired.id());
        var revoked = ApiTokenMaker.make(client, "viewer");
        ApiTokenMaker.revoke(client.api("owner"), revoked.id());
        var removed = ApiTokenMaker.make(client, "viewer");
        parley.sql("delete from client_members where user_id = ? returning id", removed.id());
        var good = ApiTokenMaker.make(client, "viewer").token();
        return Stream.of(
                Arguments.of("expired", expired.token()),
                Arguments.of("revoked", revoked.token()),
                Arguments.of("no member any more", removed.token()),
                Arguments.of("unknown", ApiTokenText.generate(new SecureRandom())),
                Arguments.of("cut off", good.substring(0, good.length() - 1)),
                Arguments.of("prolonged", good + "0"),
                Arguments.of("in capitals", good.toUpperCase(java.util.Locale.ROOT)),
                Arguments.of("the prefix alone", "parley_"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uselessTokens")
    void whateverIsWrongTheAnswerIsTheSame(String what, String token) {
        var answer = parley.withToken(token).ask(WHO);
        var nonsense = parley.withToken("x").ask(WHO);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.body().path("errors").path(0).path("message"))
                .isEqualTo(nonsense.body().path("errors").path(0).path("message"));
        assertThat(answer.body().toString()).doesNotContain("parley_");
    }

    @ParameterizedTest
    @CsvSource({
        "owner, OWNER, ''",
        "admin, ADMIN, ''",
        "admin, OWNER, ROLE_TOO_HIGH",
        "analyst, VIEWER, FORBIDDEN",
        "viewer, VIEWER, FORBIDDEN"
    })
    void nobodyHandsOutMoreThanTheyHave(String maker, String role, String refusal) {
        var answer = ApiTokenMaker.tryToCreate(other.api(maker), Map.of("name", "x", "role", role));
        var payload = answer.data().path("createApiToken");
        var problem = payload.path("problems").path(0).path("code").asText();

        assertThat(answer.code() + problem).isEqualTo(refusal);
        assertThat(payload.path("token").isTextual()).isEqualTo(refusal.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"'', 1, name", "' ', 1, name", "ok, 0, expiresInDays", "ok, 366, expiresInDays", "ok, -1, expiresInDays"
    })
    void valuesOutOfRangeAreProblems(String name, int days, String field) {
        var payload = ApiTokenMaker.create(other.api("admin"), Map.of("name", name, "expiresInDays", days));

        assertThat(payload.path("token").isNull()).isTrue();
        assertThat(payload.path("problems").path(0).path("code").asText()).isEqualTo("INVALID");
        assertThat(payload.path("problems").path(0).path("field").asText()).isEqualTo(field);
    }

    @Test
    void leftOutItReadsForNinetyDays() {
        var token = ApiTokenMaker.create(other.api("admin"), Map.of("name", "Plain"))
                .path("apiToken");

        assertThat(token.path("role").asText()).isEqualTo("VIEWER");
        assertThat(Instant.parse(token.path("expiresAt").asText()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(90)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(90)));
    }

    @Test
    void tokensDoNotManageTokens() {
        var made = ApiTokenMaker.make(client, "owner");
        var program = parley.withToken(made.token());

        assertThat(program.ask(LIST).code()).isEqualTo("FORBIDDEN");
        assertThat(ApiTokenMaker.tryToCreate(program, Map.of("name", "x")).code())
                .isEqualTo("FORBIDDEN");
        assertThat(program.ask("mutation { revokeApiToken(id: \"%s\") { problems { code } } }".formatted(made.id()))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void eachClientSeesItsOwn() {
        var made = ApiTokenMaker.make(client, "viewer");

        assertThat(listed(client.api("admin"))).contains(made.id().toString());
        assertThat(found(client.api("admin"), made)).isTrue();
        assertThat(found(other.api("owner"), made)).isFalse();
        assertThat(listed(other.api("owner"))).doesNotContain(made.id().toString());
        assertThat(ApiTokenMaker.revoke(other.api("owner"), made.id())
                        .path("problems")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(parley.withToken(made.token()).ask(WHO).status()).isEqualTo(200);
    }

    @Test
    void revokedItIsOutAtTheNextRequestAndSoOnRecord() {
        var admin = client.api("admin");
        var made = ApiTokenMaker.make(client, "owner");
        assertThat(parley.withToken(made.token()).ask(WHO).status()).isEqualTo(200);

        var revoked = ApiTokenMaker.revoke(admin, made.id()).path("apiToken");
        assertThat(revoked.path("status").asText()).isEqualTo("REVOKED");
        assertThat(parley.withToken(made.token()).ask(WHO).status()).isEqualTo(401);
        assertThat(ApiTokenMaker.revoke(admin, made.id()).path("apiToken").path("revokedAt"))
                .isEqualTo(revoked.path("revokedAt"));

        assertThat(parley.sql(
                        "select string_agg(action || ' ' || user_id, ', ' order by id) from audit_log where entity_id = ?",
                        made.id()))
                .isEqualTo("api_token.create %s, api_token.revoke %s"
                        .formatted(
                                client.member("owner").id(),
                                client.member("admin").id()));
        assertThat(client.api("admin")
                        .data("{ apiTokens(onlyActive: true, first: 200) { nodes { id } } }")
                        .toString())
                .doesNotContain(made.id().toString());
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 3; i++) {
            ApiTokenMaker.make(other, "viewer");
        }
        var owner = other.api("owner");
        var all = owner.data(LIST).path("apiTokens");
        var query = "query($after: String) { apiTokens(first: 2, after: $after) { nodes { id }"
                + " pageInfo { hasNextPage endCursor } } }";
        var after = new java.util.HashMap<String, Object>();
        var seen = new java.util.ArrayList<String>();
        for (boolean more = true; more; ) {
            var page = owner.data(query, after).path("apiTokens");
            page.path("nodes").forEach(node -> seen.add(node.path("id").asText()));
            after.put("after", page.path("pageInfo").path("endCursor").asText());
            more = page.path("pageInfo").path("hasNextPage").asBoolean();
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(all.path("totalCount").asInt());
        assertThat(all.path("nodes").findValuesAsText("id")).containsExactlyElementsOf(seen);
    }

    @Test
    void theLastUseIsKeptOnceAMinute() {
        var made = ApiTokenMaker.make(client, "viewer");
        var program = parley.withToken(made.token());

        program.data(WHO);
        await().until(() -> lastUse(made) != null);
        var first = lastUse(made);
        for (int i = 0; i < 20; i++) {
            program.data(WHO);
        }
        assertThat(lastUse(made)).isEqualTo(first);
    }

    @Test
    void theSecretIsNowhere() {
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var parleys = (Logger) LoggerFactory.getLogger("dev.parley");
        var before = parleys.getLevel();
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        log.addAppender(appender);
        parleys.setLevel(Level.TRACE);
        String secret;
        try {
            secret = ApiTokenMaker.make(client, "viewer").token();
            var program = parley.withToken(secret);
            program.data(WHO);
            assertThat(program.ask("{ nothing }").body().toString()).doesNotContain(secret);
            assertThat(program.in(UUID.randomUUID()).ask(WHO).body().toString()).doesNotContain(secret);
            assertThat(parley.withToken(secret + "0").ask(WHO).body().toString())
                    .doesNotContain(secret);
        } finally {
            parleys.setLevel(before);
            log.detachAppender(appender);
        }
        assertThat(appender.list).noneMatch(event -> event.getFormattedMessage().contains(secret));
        for (var table : new String[] {"api_tokens", "client_members", "audit_log", "api_logs", "events"}) {
            assertThat(parley.sql(
                            "select count(*) from %s r where r::text like ?".formatted(table), "%" + secret + "%"))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    private String lastUse(ApiTokenMaker.Made made) {
        return parley.sql("select last_used_at from api_tokens where id = ?", made.id());
    }

    private static boolean found(Api api, ApiTokenMaker.Made made) {
        return api.data("{ apiToken(id: \"%s\") { id } }".formatted(made.id()))
                .path("apiToken")
                .isObject();
    }

    private static String listed(Api api) {
        return api.data(LIST).toString();
    }
}
