package dev.parley.sandbox.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.TestingClock;
import dev.parley.sandbox.TestingHttp;
import dev.parley.sandbox.TestingHttp.Response;
import dev.parley.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupabaseAuthTest {

    private static final String OWNER = "owner@severny-dom.example";
    private static final String[] NEW_ERRORS = {"X-Supabase-Api-Version", "2024-01-01"};

    private final TestingClock clock = new TestingClock();
    private final World world = World.demo(clock);
    private final Sandbox sandbox = Sandbox.builder(world)
            .clock(clock)
            .tokenLifetime(Duration.ofMinutes(5))
            .start();
    private final TestingHttp http = new TestingHttp(sandbox.authUrl());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aPasswordGivesATokenThatThePublishedKeyVerifies() throws Exception {
        var answer = logIn(OWNER, "parley-demo");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(300);
        assertThat(answer.json().path("expires_at").asLong())
                .isEqualTo(clock.instant().getEpochSecond() + 300);
        assertThat(answer.json().path("user").path("email").asText()).isEqualTo(OWNER);

        var keys = http.get("/.well-known/jwks.json");
        assertThat(keys.header("Cache-Control")).contains("public, max-age=600");
        assertThat(keys.text()).doesNotContain("\"d\"");
        var token = SignedJWT.parse(answer.json().path("access_token").asText());
        var key = JWKSet.parse(keys.text()).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");

        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(sandbox.authUrl().toString());
        assertThat(claims.getAudience()).containsExactly("authenticated");
        assertThat(claims.getSubject()).isEqualTo(world.user(OWNER).id().toString());
        assertThat(claims.getClaim("role")).isEqualTo("authenticated");
        assertThat(claims.getClaim("aal")).isEqualTo("aal1");
        assertThat(claims.getClaim("is_anonymous")).isEqualTo(false);
        assertThat(claims.getClaims())
                .containsKeys("session_id", "amr", "email", "phone", "app_metadata", "user_metadata");
    }

    @Test
    void errorsHaveTheShapeThatWasAskedFor() {
        var old = logIn(OWNER, "wrong");
        var current = http.post("/token?grant_type=password", credentials(OWNER, "wrong"), withKey(NEW_ERRORS));

        assertThat(old.status()).isEqualTo(400);
        assertThat(old.text())
                .isEqualTo(
                        "{\"code\":400,\"error_code\":\"invalid_credentials\",\"msg\":\"Invalid login credentials\"}");
        assertThat(old.header("X-Supabase-Api-Version")).isEmpty();
        assertThat(current.text())
                .isEqualTo("{\"code\":\"invalid_credentials\",\"message\":\"Invalid login credentials\"}");
        assertThat(current.header("X-Supabase-Api-Version")).contains("2024-01-01");
        assertThat(List.of(old, current)).allSatisfy(answer -> assertThat(answer.header("X-Sb-Error-Code"))
                .contains("invalid_credentials"));
    }

    @Test
    void whatCannotBeUnderstoodIsSaidToBeSo() {
        assertThat(error(token("password", "{\"email\":"))).isEqualTo("400 bad_json");
        assertThat(error(token("password", "{}"))).isEqualTo("400 validation_failed");
        assertThat(error(token("password", "{\"email\":\"a@b.example\",\"phone\":\"1\"}")))
                .isEqualTo("400 validation_failed");
        assertThat(error(token("magic", "{}"))).isEqualTo("400 invalid_credentials");
        assertThat(error(token("refresh_token", "{\"refresh_token\":\"unknown\"}")))
                .isEqualTo("400 refresh_token_not_found");
        assertThat(error(token("password", "{\"email\":\"" + "a".repeat(2 << 20) + "\"}")))
                .isEqualTo("413 validation_failed");
        assertThat(token("refresh_token", "{}").text())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"refresh_token required\"}");
        assertThat(error(http.post("/signup", "{}", withKey()))).isEqualTo("422 signup_disabled");
    }

    @Test
    void theGatewayAsksForAnApiKey() {
        assertThat(http.get("/settings").status()).isEqualTo(401);
        assertThat(http.get("/settings", "apikey", "sb_publishable_of_another_project")
                        .status())
                .isEqualTo(401);
        assertThat(http.get("/settings", withKey())
                        .json()
                        .path("disable_signup")
                        .asBoolean())
                .isTrue();
        assertThat(http.get("/health?apikey=" + world.keys().publishable())
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("GoTrue");
        assertThat(http.get("/settings", "apikey", world.keys().secret()).status())
                .isEqualTo(200);
        assertThat(http.get("/settings", "apikey", world.keys().secret(), "User-Agent", "Mozilla/5.0")
                        .status())
                .as("a secret key in a browser")
                .isEqualTo(401);
        assertThat(http.get(
                                "/settings",
                                withKey(
                                        "Authorization",
                                        "Bearer " + world.keys().secret()))
                        .status())
                .as("another key as a bearer")
                .isEqualTo(401);
    }

    @Test
    void aBearerSeesOneself() {
        var token = logIn("BOTH@parley.example", "parley-demo")
                .json()
                .path("access_token")
                .asText();

        assertThat(user(token).json().path("id").asText())
                .isEqualTo(world.user("both@parley.example").id().toString());
        assertThat(user(token).json().path("is_anonymous").isBoolean()).isTrue();
        assertThat(error(http.get("/user", withKey()))).isEqualTo("401 no_authorization");
        assertThat(error(user("a.b.c"))).isEqualTo("403 bad_jwt");
        assertThat(error(user(world.keys().publishable()))).isEqualTo("403 bad_jwt");
        assertThat(error(user(sandbox.tokens().ofStranger()))).isEqualTo("403 user_not_found");

        clock.forward(Duration.ofMinutes(5));
        assertThat(error(user(token))).as("expired").isEqualTo("403 bad_jwt");
    }

    @Test
    void loggingOutEndsTheSessionsThatTheScopeNames() {
        var here = logIn(OWNER, "parley-demo").json();
        var elsewhere = logIn(OWNER, "parley-demo").json();
        var somebodyElse = logIn("viewer@severny-dom.example", "parley-demo").json();

        assertThat(logOut(here.path("access_token").asText(), "?scope=others").status())
                .isEqualTo(204);
        assertThat(error(user(elsewhere.path("access_token").asText()))).isEqualTo("403 session_not_found");
        assertThat(user(here.path("access_token").asText()).status()).isEqualTo(200);

        var third = logIn(OWNER, "parley-demo").json();
        assertThat(logOut(third.path("access_token").asText(), "?scope=local").status())
                .isEqualTo(204);
        assertThat(user(here.path("access_token").asText()).status()).isEqualTo(200);
        assertThat(error(refresh(third.path("refresh_token").asText()))).isEqualTo("400 refresh_token_not_found");

        assertThat(error(logOut(here.path("access_token").asText(), "?scope=all")))
                .isEqualTo("400 validation_failed");
        assertThat(logOut(here.path("access_token").asText(), "").status()).isEqualTo(204);
        assertThat(error(user(here.path("access_token").asText()))).isEqualTo("403 session_not_found");
        assertThat(user(somebodyElse.path("access_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void onlyASecretKeyAdministers() {
        var token = logIn(OWNER, "parley-demo").json().path("access_token").asText();

        assertThat(error(http.get("/admin/users", withKey()))).isEqualTo("401 no_authorization");
        assertThat(error(http.get("/admin/users", withKey("Authorization", "Bearer " + token))))
                .isEqualTo("403 not_admin");

        var page = http.get(
                "/admin/users?page=2&per_page=2", "apikey", world.keys().secret());
        assertThat(page.json().path("users")).hasSize(2);
        assertThat(page.json().path("aud").asText()).isEqualTo("authenticated");
        assertThat(page.header("X-Total-Count")).contains("5");
        assertThat(page.header("Link"))
                .contains("</auth/v1/admin/users?page=3&per_page=2>; rel=\"next\","
                        + " </auth/v1/admin/users?page=3&per_page=2>; rel=\"last\"");
    }

    @Test
    void invitesWhomItDoesNotKnow() {
        var invited = invite("new.owner@parley.example");

        assertThat(invited.status()).isEqualTo(200);
        assertThat(invited.json().path("invited_at").isTextual()).isTrue();
        assertThat(error(invite("New.Owner@parley.example"))).isEqualTo("422 email_exists");
        assertThat(error(invite(OWNER))).isEqualTo("422 email_exists");
        assertThat(error(invite("nobody"))).isEqualTo("400 validation_failed");
        assertThat(error(logIn("new.owner@parley.example", "parley-demo"))).isEqualTo("400 invalid_credentials");
    }

    @Test
    void browsersMayCallFromAnywhere() {
        var preflight =
                http.send("OPTIONS", "/token", null, "Access-Control-Request-Headers", "apikey,x-supabase-api-version");

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("apikey,x-supabase-api-version");
        assertThat(http.get("/settings").header("Access-Control-Allow-Origin"))
                .as("errors too")
                .contains("*");
    }

    @Test
    void unknownPathsAndMethodsAreNotThere() {
        assertThat(http.get("/nowhere", withKey()).status()).isEqualTo(404);
        assertThat(http.send("DELETE", "/user", null, withKey()).status()).isEqualTo(405);
    }

    private Response logIn(String email, String password) {
        return token("password", credentials(email, password));
    }

    private Response refresh(String token) {
        return token("refresh_token", "{\"refresh_token\":\"" + token + "\"}");
    }

    private Response token(String grant, String body) {
        return http.post("/token?grant_type=" + grant, body, withKey());
    }

    private Response user(String token) {
        return http.get("/user", withKey("Authorization", "Bearer " + token));
    }

    private Response logOut(String token, String query) {
        return http.post("/logout" + query, "", withKey("Authorization", "Bearer " + token));
    }

    private Response invite(String email) {
        return http.post(
                "/invite",
                "{\"email\":\"" + email + "\"}",
                "apikey",
                world.keys().secret());
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    }

    private static String error(Response response) {
        return response.status() + " " + response.json().path("error_code").asText();
    }

    private String[] withKey(String... more) {
        var headers = new String[more.length + 2];
        headers[0] = "apikey";
        headers[1] = world.keys().publishable();
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }
}
