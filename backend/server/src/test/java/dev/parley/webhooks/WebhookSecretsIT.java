package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.LogLines;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Secrets that cannot be opened any more: a master key was lost, a row was damaged. */
class WebhookSecretsIT {

    private static final String FIRST = "wsec_first_0123456789";
    private static final String SECOND = "wsec_second_0123456789";

    private final Parley parley = Parley.shared();
    private final OwnClient client = OwnClient.withoutSecrets(parley);

    @Test
    void oneOfTwoThatCannotBeOpenedIsLeftOut() {
        add(FIRST);
        add(SECOND);
        damage(2);
        try (var log = new LogLines(Credentials.class.getName())) {
            var answer = post(FIRST);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(log.of(requestId(answer))).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.WARN);
                assertThat(line.getFormattedMessage())
                        .contains("Version 2", client.id().toString());
            });
        }
        assertThat(post(SECOND).status()).isEqualTo(401);
    }

    @Test
    void whenNoneCanBeOpenedItIsSaidOnceAndNothingOfTheInside() {
        add(FIRST);
        damage(1);
        try (var log = new LogLines("dev.parley")) {
            var answer = post(FIRST);
            var requestId = requestId(answer);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.response().body())
                    .isEqualTo("{\"status\":\"INTERNAL\",\"requestId\":\"" + requestId + "\"}");
            assertThat(log.of(requestId)).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                assertThat(line.getFormattedMessage()).doesNotContain(FIRST);
            });
            await().untilAsserted(() -> assertThat(parley.sql(
                            "select concat_ws(' ', service_name, method, status_code, error_message) from api_logs"
                                    + " where request_id = ?",
                            requestId))
                    .isEqualTo("webhook POST 500 INTERNAL"));
        }
    }

    private Api.Answer post(String secret) {
        var now = Instant.now();
        var body =
                Parley.envelope("something_new", Call.to("agent_x").user(secret).json(), now);
        return parley.post(client.id(), body, secret, now);
    }

    private static String requestId(Api.Answer answer) {
        return answer.response().headers().firstValue("X-Request-Id").orElseThrow();
    }

    private void add(String secret) {
        CDI.current()
                .select(Persistence.class)
                .get()
                .inClient(new Context(DatabaseRole.JOBS, client.id(), null, ""), Mode.WRITE, transaction -> {
                    CDI.current()
                            .select(Credentials.class)
                            .get()
                            .add(transaction, CredentialKind.ELEVENLABS_WEBHOOK_SECRET, secret);
                    return null;
                });
    }

    private void damage(int version) {
        parley.sql(
                "update api_credentials set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))"
                        + " where client_id = ? and version = ? returning id",
                client.id(),
                version);
    }
}
