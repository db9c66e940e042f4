package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.elevenlabs.ApiException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_cursor,                VALIDATION,     false",
        "401, invalid_api_key,               AUTHENTICATION, false",
        "401, missing_permissions,           PERMISSION,     false",
        "401, quota_exceeded,                QUOTA,          false",
        "402, insufficient_credits,          QUOTA,          false",
        "403, subscription_required,         FORBIDDEN,      false",
        "404, conversation_not_found,        NOT_FOUND,      false",
        "408, whatever,                      OTHER,          true",
        "409, already_running,               CONFLICT,       false",
        "418, whatever,                      OTHER,          false",
        "422, whatever,                      VALIDATION,     false",
        "425, whatever,                      OTHER,          true",
        "429, rate_limit_exceeded,           RATE_LIMITED,   true",
        "429, a_new_code,                    RATE_LIMITED,   true",
        "429, concurrent_limit_exceeded,     CONCURRENCY,    true",
        "429, too_many_concurrent_requests,  CONCURRENCY,    true",
        "429, system_busy,                   BUSY,           true",
        "500, internal_error,                SERVER,         true",
        "503, maintenance,                   SERVER,         true",
        "599, whatever,                      SERVER,         true",
        "302, whatever,                      OTHER,          false"
    })
    void tellsKindsApartInBothForms(int status, String code, Kind kind, boolean isTransient) {
        var current = refusal(status, "{\"detail\":{\"code\":\"" + code + "\",\"message\":\"m\"}}", Map.of());
        var older = refusal(status, "{\"detail\":{\"status\":\"" + code + "\",\"message\":\"m\"}}", Map.of());

        assertThat(List.of(current, older)).allSatisfy(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.detail()).isEqualTo("m");
            assertThat(refusal.isTransient()).isEqualTo(isTransient);
        });
    }

    @Test
    void aKeyWithoutScopeSaysSoOnlyInTheOlderName() {
        var refusal = refusal(
                401,
                """
                {"detail":{"type":"authentication_error","code":"unauthorized","status":"missing_permissions",
                 "message":"The API key lacks convai_write","request_id":"r1"}}""",
                Map.of());

        assertThat(refusal.kind()).isEqualTo(Kind.PERMISSION);
        assertThat(refusal.code()).isEqualTo("unauthorized");
        assertThat(refusal.requestId()).contains("r1");
    }

    @Test
    void keepsWhatIsWrongWithARequest() {
        var refusal = refusal(
                422,
                """
                {"detail":[{"loc":["query","page_size"],"msg":"Input should be less than or equal to 100",
                  "type":"less_than_equal","input":"500"},{"loc":["body","items",3],"msg":"m","type":"t"}]}""",
                Map.of());

        assertThat(refusal.kind()).isEqualTo(Kind.VALIDATION);
        assertThat(refusal.code()).isEqualTo("validation_error");
        assertThat(refusal.problems())
                .containsExactly(
                        new Problem(
                                List.of("query", "page_size"),
                                "Input should be less than or equal to 100",
                                "less_than_equal"),
                        new Problem(List.of("body", "items", "3"), "m", "t"));
        assertThat(refusal.problems().getFirst()).hasToString("query.page_size: less_than_equal");
        assertThat(refusal(400, "{\"detail\":{\"code\":\"invalid_parameters\",\"param\":\"cursor\"}}", Map.of())
                        .parameter())
                .contains("cursor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"detail\":\"Not Found\"}|Not Found",
                "{\"detail\":null}|''",
                "{}|''",
                "[]|''",
                "<html>oops</html>|''",
                "{\"det|''",
                "''|''"
            })
    void livesWithBodiesThatSayLittle(String body, String detail) {
        var refusal = refusal(500, body, Map.of("request-id", "r1"));

        assertThat(refusal.kind()).isEqualTo(Kind.SERVER);
        assertThat(refusal.code()).isEmpty();
        assertThat(refusal.detail()).isEqualTo(detail.equals("null") ? "" : detail);
        assertThat(refusal.problems()).isEmpty();
        assertThat(refusal).hasMessage("ElevenLabs answered 500 (request r1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After|7|7",
                "Retry-After|0|0",
                "Retry-After|1.2|2",
                "Retry-After|Sun, 01 Mar 2026 12:00:30 GMT|30",
                "Retry-After|Sun, 01 Mar 2026 11:59:00 GMT|0",
                "X-RateLimit-Reset|1772366445|45",
                "X-RateLimit-Reset|1|0",
                "Retry-After|-3|",
                "Retry-After|soon|",
                "Retry-After|NaN|",
                "X-RateLimit-Reset|soon|"
            })
    void saysHowLongToWait(String header, String value, Long seconds) {
        assertThat(refusal(429, "", Map.of(header, value)).retryAfter().map(Duration::toSeconds))
                .isEqualTo(java.util.Optional.ofNullable(seconds));
    }

    @Test
    void retryAfterWinsOverTheLimitsReset() {
        var headers = Map.of("Retry-After", "3", "X-RateLimit-Reset", "1772366445");

        assertThat(refusal(503, "", headers).retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void messagesHoldNothingThatWasSent() {
        var code = refusal(400, "{\"detail\":{\"code\":\"No jane@doe.example\",\"message\":\"jane\"}}", Map.of());

        assertThat(code).hasMessage("ElevenLabs answered 400");
        assertThat(refusal(429, "{\"detail\":{\"code\":\"system_busy\"}}", Map.of("request-id", "r 1")))
                .hasMessage("ElevenLabs answered 429 system_busy");
    }

    @Test
    void canBeStored() throws Exception {
        var refusal = refusal(422, "{\"detail\":[{\"loc\":[\"a\"],\"msg\":\"m\",\"type\":\"t\"}]}", Map.of());
        var bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(refusal);

        var read = (ApiException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read.problems()).isEqualTo(refusal.problems());
    }

    private ApiException refusal(int status, String body, Map<String, String> headers) {
        api.answers(status, body, headers);
        var client = api.client(Duration.ofSeconds(20), Clock.fixed(NOW, ZoneOffset.UTC));
        return catchThrowableOfType(
                ApiException.class, () -> client.conversations().get("conv_1"));
    }
}
