package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.knowledge.embeddings.Embedder;
import dev.parley.knowledge.embeddings.Embedders;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Vectors;
import dev.parley.sandbox.elevenlabs.Asked;
import dev.parley.sandbox.elevenlabs.Fault;
import dev.parley.sandbox.elevenlabs.FaultKind;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.TestConfig;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Embeddings by the sandbox's OpenAI: whose key, what it costs, and what happens when it fails. */
class OpenAiGatewayIT {

    private static final String PATH = "/v1/embeddings";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @AfterEach
    void end() {
        parley.sandbox().faults().clear();
    }

    @Test
    void theClientsOwnKeyIsUsedAndEachCallIsLoggedWithItsPrice() {
        giveKey("sk-own");
        var embedder = embedder();

        var vectors = embedder.embed(List.of("Сколько стоит имплант", "Имплант стоит 30 000", "Delivery is free"));

        assertThat(embedder.isOffline()).isFalse();
        assertThat(embedder.model()).isEqualTo("text-embedding-3-small");
        assertThat(dot(vectors.get(0), vectors.get(1))).isGreaterThan(dot(vectors.get(0), vectors.get(2)) + 0.2);
        assertThat(dot(vectors.get(0), vectors.get(0))).isBetween(0.999, 1.001);
        await().untilAsserted(() -> assertThat(parley.sql(
                        "select concat_ws(' ', method, status_code, tokens, cost_usd) from api_logs"
                                + " where client_id = ? and service_name = 'openai' and endpoint = ?",
                        client.id(),
                        PATH))
                .isEqualTo("POST 200 15 0.00000030"));
    }

    @Test
    void withoutAnyKeyWordsAreMatchedOffline() {
        assertThat(embedder().isOffline()).isTrue();
        assertThat(embedder().embedQuery("word")).hasSize(Embedder.DIMENSIONS);
    }

    @Test
    void withoutAKeyOfItsOwnAClientUsesTheInstallations() {
        var gateway = gateway(Map.of("OPENAI_API_KEY", "sk-installation", "PARLEY_OPENAI_AT_ONCE", "1"));

        assertThat(gateway.hasKey(client.id())).isTrue();
        assertThat(gateway.embeddings(client.id(), List.of("a", "b"), 64))
                .hasSize(2)
                .allMatch(vector -> vector.length == 64);
    }

    @Test
    void whatHelpsToRepeatIsRepeated() {
        giveKey("sk-own");
        parley.sandbox().faults().add(Fault.of(FaultKind.RATE_LIMIT).on(PATH).retryAfter(1));
        parley.sandbox().faults().add(Fault.of(FaultKind.UNAVAILABLE).on(PATH));
        parley.sandbox().faults().add(Fault.of(FaultKind.CUT_OFF).on(PATH));
        parley.sandbox().faults().add(Fault.of(FaultKind.MALFORMED).on(PATH));

        assertThat(embedder().embed(List.of("patience"))).hasSize(1);

        assertThat(parley.sandbox().faults().waiting()).isEmpty();
    }

    @Test
    void whatDoesNotHelpIsNotRepeated() {
        giveKey("sk-own");
        parley.sandbox().faults().add(Fault.of(FaultKind.QUOTA_EXCEEDED).on(PATH));
        long before = asked();

        assertRefused(UpstreamException.Code.QUOTA_EXCEEDED, () -> embedder().embed(List.of("money")));

        assertThat(asked()).isEqualTo(before + 1);
    }

    @Test
    void aKeyThatIsNoGoodIsSaidToBe() {
        giveKey("sk-revoked");

        assertRefused(UpstreamException.Code.UNAUTHENTICATED, () -> embedder().embed(List.of("key")));
    }

    @Test
    void whoWaitsIsToldAtOnce() {
        giveKey("sk-own");
        parley.sandbox().faults().add(Fault.of(FaultKind.SERVER_ERROR).on(PATH));

        assertThatThrownBy(() -> embedder().embedQuery("now")).isInstanceOf(UpstreamException.Unavailable.class);

        assertThat(embedder().embedQuery("now")).hasSize(Embedder.DIMENSIONS);
    }

    /** Binary, by the types that each connection knows; both columns of vectors take it. */
    @Test
    void vectorsAreParametersAndResults() throws Exception {
        var vector = new float[] {0.25f, -1, 3};
        inClient(Mode.READ, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement(
                            "select v, v::extensions.halfvec, v operator(extensions.<=>) v, null::extensions.vector"
                                    + " from (select ?::extensions.vector v) as one")) {
                statement.setObject(1, Vectors.parameter(vector));
                try (var row = statement.executeQuery()) {
                    row.next();
                    assertThat(row.getObject(1)).isInstanceOf(com.pgvector.PGvector.class);
                    assertThat(Vectors.read(row.getObject(1))).containsExactly(vector);
                    assertThat(Vectors.read(row.getObject(2))).containsExactly(vector);
                    assertThat(row.getDouble(3)).isZero();
                    assertThat(Vectors.read(row.getObject(4))).isNull();
                }
            }
            return null;
        });
    }

    private void giveKey(String key) {
        inClient(Mode.WRITE, transaction -> {
            CDI.current().select(Credentials.class).get().add(transaction, CredentialKind.OPENAI_API_KEY, key);
            return null;
        });
    }

    private <T> T inClient(Mode mode, dev.parley.persistence.Work<T> work) {
        return CDI.current().select(Persistence.class).get().inClient(Context.jobs(client.id()), mode, work);
    }

    private Embedder embedder() {
        return CDI.current().select(Embedders.class).get().of(client.id());
    }

    private OpenAiGateway gateway(Map<String, String> settings) {
        var all = new java.util.HashMap<>(settings);
        all.put("OPENAI_BASE_URL", parley.sandbox().openAiUrl().toString());
        var beans = CDI.current();
        return new OpenAiGateway(
                beans.select(Repeated.class).get(),
                beans.select(GuardedOpenAi.class).get(),
                beans.select(Persistence.class).get(),
                beans.select(Credentials.class).get(),
                beans.select(Clock.class).get(),
                OpenAiSettings.from(TestConfig.of(all)));
    }

    private long asked() {
        return parley.sandbox().requests().all().stream()
                .map(Asked::path)
                .filter(PATH::equals)
                .count();
    }

    private static void assertRefused(
            UpstreamException.Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(UpstreamException.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code))
                .hasMessageStartingWith("OpenAI: ");
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
