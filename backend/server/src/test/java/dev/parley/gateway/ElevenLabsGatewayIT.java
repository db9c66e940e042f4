package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.elevenlabs.ConversationQuery;
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
