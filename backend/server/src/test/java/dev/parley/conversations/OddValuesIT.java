package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a caller says and ElevenLabs tells: the conversation is kept, only what is odd about it is not. */
class OddValuesIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    /** The telephone library takes them for valid; E.164 does not know such. */
    @ParameterizedTest
    @ValueSource(strings = {"+4916812345678901", "+491641"})
    void numbersThatAreTooLongOrTooShortAreNoPhones(String number) {
        var call = client.call()
                .user("Ann here, ann@odd.example, call me " + number)
                .collected("phone", number);

        client.tell(call);

        await().until(() -> parley.leadOf(call.id()) != null);
        assertThat(parley.sql(
                        "select email || coalesce(phone, ' none') from leads where id = ?::uuid",
                        parley.leadOf(call.id())))
                .isEqualTo("ann@odd.example none");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20_000})
    void aLanguageThatIsNoneIsTheClients(int length) {
        var call = client.call().user("ann@odd.example");
        var body = call.json();
        ((ObjectNode) body.path("metadata")).put("main_language", "?".repeat(length));

        post(body);

        await().until(() -> parley.leadOf(call.id()) != null);
        assertThat(parley.sql("select language from conversations where elevenlabs_conversation_id = ?", call.id()))
                .isEqualTo("en");
    }

    private void post(ObjectNode conversation) {
        var at = Instant.now();
        var answer = parley.post(
                client.id(),
                Parley.envelope("post_call_transcription", conversation, at),
                client.client().webhookSecret(),
                at);
        assertThat(answer.status()).isEqualTo(200);
    }
}
