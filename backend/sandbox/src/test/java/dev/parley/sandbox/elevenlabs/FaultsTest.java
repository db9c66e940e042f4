package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.TestingHttp;
import dev.parley.sandbox.http.Json;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private final TestingElevenLabs api = new TestingElevenLabs();

    @BeforeEach
    void start() {
        api.record(api.detail("conv_1", 100));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rate_limit,          429, rate_limit_exceeded",
        "concurrency,         429, concurrent_limit_exceeded",
        "busy,                429, system_busy",
        "unauthorized,        401, invalid_api_key",
        "missing_permissions, 401, missing_permissions",
        "payment_required,    402, insufficient_credits",
        "quota_exceeded,      401, quota_exceeded",
        "not_found,           404, conversation_not_found",
        "server_error,        500, internal_error",
        "unavailable,         503, service_unavailable"
    })
    void aRefusalHappensOnce(String kind, int status, String code) {
        order("{'kind': '%s'}".formatted(kind));

        var answer = api.get(TestingElevenLabs.CONVERSATIONS + "/conv_1");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("detail").path("status").asText()).isEqualTo(code);
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(answer.header("request-id")).isPresent();
        assertThat(api.get(TestingElevenLabs.CONVERSATIONS + "/conv_1").status())
                .isEqualTo(200);
    }

    @Test
    void validationHasItsOwnForm() {
        order("{'kind': 'validation'}");

        var answer = api.get(TestingElevenLabs.CONVERSATIONS);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").path(0).path("loc")).hasSize(2);
    }

    @Test
    void aFaultConcernsItsPathsAndCounts() {
        order("{'kind': 'rate_limit', 'path': 'conversations/[^/]+$', 'count': 2, 'retryAfterSeconds': 7}");

        assertThat(api.get(TestingElevenLabs.CONVERSATIONS).status()).isEqualTo(200);
        assertThat(one().header("Retry-After")).contains("7");
        assertThat(one().status()).isEqualTo(429);
        assertThat(one().status()).isEqualTo(200);
    }

    @Test
    void aFaultMayStayUntilItIsTakenAway() {
        order("{'kind': 'unavailable', 'count': -1}");
        order("{'kind': 'busy'}");

        for (int i = 0; i < 3; i++) {
            assertThat(one().status()).isEqualTo(503);
        }
        assertThat(api.http.get("/control/faults").json().path("faults")).hasSize(2);
        assertThat(api.http.send("DELETE", "/control/faults", null).status()).isEqualTo(204);
        assertThat(one().status()).isEqualTo(200);
    }

    @Test
    void faultsHappenInTheirOrder() {
        api.sandbox.faults().add(Fault.of(FaultKind.SERVER_ERROR));
        api.sandbox.faults().add(Fault.of(FaultKind.RATE_LIMIT).retryAfter(1));

        assertThat(one().status()).isEqualTo(500);
        assertThat(one().status()).isEqualTo(429);
        assertThat(api.sandbox.faults().waiting()).isEmpty();
    }

    @Test
    void anAnswerMayBeLate() {
        order("{'kind': 'delay', 'delayMillis': 200}");

        long before = System.nanoTime();
        assertThat(one().status()).isEqualTo(200);
        assertThat(System.nanoTime() - before).isGreaterThan(200_000_000);
    }

    @Test
    void anAnswerMayEndInTheMiddle() {
        order("{'kind': 'cut_off'}");

        assertThatThrownBy(this::one).isInstanceOf(UncheckedIOException.class);
        assertThat(one().status()).isEqualTo(200);
    }

    @Test
    void anAnswerMayBeNoJson() {
        order("{'kind': 'html'}");
        order("{'kind': 'malformed'}");

        assertThat(one().text()).startsWith("<html>");
        assertThatThrownBy(this::one).hasRootCauseInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
    }

    @Test
    void onlyTheApiFails() {
        order("{'kind': 'server_error', 'count': -1}");

        assertThat(api.http.get("/control/requests").status()).isEqualTo(200);
        assertThat(api.http.get("/auth/v1/.well-known/jwks.json").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "{'kind': 'bad_mood'}",
        "{}",
        "{'kind': 'busy'; 'path': '('}",
        "{'kind': 'busy'; 'count': 0}",
        "{'kind': 'busy'; 'count': -2}",
        "{'kind': 'delay'; 'delayMillis': -1}"
    })
    void whatIsNoFaultIsRefused(String json) {
        assertThat(post(json.replace(';', ',')).status()).isEqualTo(422);
        assertThat(api.sandbox.faults().waiting()).isEmpty();
    }

    @Test
    void requestsAreRemembered() {
        order("{'kind': 'busy', 'path': 'agents'}");
        api.get("/v1/convai/agents?page_size=5");
        one();

        var requests = api.http.get("/control/requests").json().path("requests");

        assertThat(requests).hasSize(2);
        assertThat(requests.path(0))
                .isEqualTo(Json.object()
                        .put("method", "GET")
                        .put("path", "/v1/convai/agents")
                        .put("query", "page_size=5")
                        .put("status", 429)
                        .put("atUnixMillis", api.clock.instant().toEpochMilli())
                        .put("atOnce", 1)
                        .put("fault", "busy"));
        assertThat(requests.path(1).path("fault").isNull()).isTrue();
        assertThat(api.http.send("DELETE", "/control/requests", null).status()).isEqualTo(204);
        assertThat(api.sandbox.requests().all()).isEmpty();
    }

    private TestingHttp.Response one() {
        return api.get(TestingElevenLabs.CONVERSATIONS + "/conv_1");
    }

    private void order(String fault) {
        assertThat(post(fault).status()).isEqualTo(200);
    }

    private TestingHttp.Response post(String fault) {
        return api.http.post("/control/faults", fault.replace('\'', '"'));
    }
}
