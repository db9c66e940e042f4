package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which number the other side has is kept, shown and found, however they got in touch. */
class CallerPhoneIT {

    private static final String QUERY =
            "query($words: String) { conversations(search: $words) { nodes { callerPhone direction } } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    static Stream<Arguments> ways() {
        return Stream.of(
                way("+14155550123", call -> call.between("+14155550100", "+14155550123")),
                way("+14155550123", call -> call.between("+14155550100", "0014155550123")),
                way("+442079460018", call -> call.whatsapp("442079460018")),
                way("+442079460018", call -> call.sms("+44 20 7946 0018")),
                way("204", call -> call.between("+14155550100", "204")),
                way(null, call -> call.between("+14155550100", "anonymous")),
                way(null, call -> call));
    }

    private static Arguments way(String shown, Function<Call, Call> contact) {
        return Arguments.of(shown, contact);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isShown(String shown, Function<Call, Call> contact) {
        tell(contact.apply(client.call()));

        assertThat(found("").path(0).path("callerPhone").textValue()).isEqualTo(shown);
    }

    @Test
    void findsItsConversation() {
        tell(client.call().between("+14155550100", "+14155550123"));
        tell(client.call().whatsapp("442079460018"));

        for (var words : new String[] {"(415) 555-0123", "+14155550123", "5550123"}) {
            assertThat(found(words)).as(words).hasSize(1);
        }
        assertThat(found("415 555 0124")).isEmpty();
    }

    private JsonNode found(String words) {
        return client.api("viewer")
                .data(QUERY, Map.of("words", words))
                .path("conversations")
                .path("nodes");
    }

    private void tell(Call call) {
        client.tell(call.user("Hello"));
        await().until(() ->
                parley.sql("select id from conversations where elevenlabs_conversation_id = ?", call.id()) != null);
    }
}
