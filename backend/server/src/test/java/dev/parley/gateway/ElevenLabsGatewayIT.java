package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.elevenlabs.ConversationQuery;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The way to ElevenLabs, as the whole server shares it. */
class ElevenLabsGatewayIT {

    private final Parley parley = Parley.shared();

    @Test
    void allKeysShareOneHttpClient() {
        var gateway = CDI.current().select(ElevenLabsGateway.class).get();
        var one = OwnClient.synced(parley);
        var other = OwnClient.synced(parley);
        ask(gateway, one);
        var before = httpClients();

        ask(gateway, other);

        assertThat(httpClients()).isSubsetOf(before);
    }

    @Test
    void whatIsAnsweredAboutOneConversationDoesNotOpenTheCircuit() {
        var guarded = CDI.current().select(Guarded.class).get();
        var clientId = new OwnClient(parley).id();
        var bad = Attempt.<Integer>reading(clientId, Upstream.ELEVENLABS, "/test", true, () -> {
            throw new UnexpectedResponseException("Half a JSON");
        });
        var good = Attempt.reading(clientId, Upstream.ELEVENLABS, "/test", true, () -> 1);
        await().ignoreExceptions().until(() -> guarded.ask(good) == 1); // others may have opened it

        for (int attempt = 0; attempt < 40; attempt++) {
            assertThatThrownBy(() -> guarded.ask(bad)).isInstanceOf(UpstreamException.Faulty.class);
        }

        assertThat(guarded.ask(good)).isEqualTo(1);
    }

    private static void ask(ElevenLabsGateway gateway, OwnClient client) {
        gateway.conversations(client.id(), ConversationQuery.builder().build());
    }

    /** Each HTTP client of the JDK has one thread of this kind. */
    private static Set<Thread> httpClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("HttpClient-\\d+-SelectorManager"))
                .collect(Collectors.toSet());
    }
}
