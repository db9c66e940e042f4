package dev.parley.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who remembers a little of a lead or a conversation finds it again, and nobody else's. */
class SearchIT {

    private static final String LEADS = "query($words: String) { leads(search: $words) { totalCount nodes { name } } }";
    private static final String CONVERSATIONS =
            "query($words: String) { conversations(search: $words) { totalCount nodes { title } } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @BeforeEach
    void people() {
        lead(
                "Пётр Алексеев",
                "petr@okna.example",
                "+79161234567",
                "ООО «Тёплый дом»",
                "Окна в дом, 100% готовы купить");
        lead("Ann O'Neill", "ann_oneill@harbor.example", "+14155552671", "Harbor Ltd", "Whitening in March 2026");
        lead("Anna Berg", null, null, "C:\\Temp & Sons", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "пётр | Пётр Алексеев",
                "ПЕТР | Пётр Алексеев",
                "теплый ДОМ | Пётр Алексеев",
                "алексе okna | Пётр Алексеев",
                "+7 (916) 123-45-67 | Пётр Алексеев",
                "8 916 123 45 67 | Пётр Алексеев",
                "0049 | ''",
                "916 4567 | Пётр Алексеев",
                "(415) 555-2671 ann | Ann O'Neill",
                "100% | Пётр Алексеев",
                "% | Пётр Алексеев",
                "ann_ | Ann O'Neill",
                "c:\\temp | Anna Berg",
                "o'neill | Ann O'Neill",
                "march 2026 | Ann O'Neill",
                "ann | Anna Berg,Ann O'Neill",
                "ann berg harbor | ''",
                "nobody | ''"
            })
    void leadsAreFoundByWhatIsKnownOfThem(String words, String names) {
        var leads = client.api().data(LEADS, Map.of("words", words)).path("leads");

        assertThat(texts(leads, "name")).containsExactlyInAnyOrder(names.isEmpty() ? new String[0] : names.split(","));
        assertThat(leads.path("totalCount").intValue())
                .isEqualTo(leads.path("nodes").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void noWordsFindEverything(String words) {
        assertThat(client.api()
                        .data(LEADS, Map.of("words", words))
                        .path("leads")
                        .path("totalCount")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void conversationsAreFoundByTitleSummaryAndId() {
        var id = client.conversation("done", "ru", client.agent("a"));
        parley.sql(
                "update conversations set title = 'Замена окна', summary = 'Просит перезвонить' where id = ?::uuid returning id",
                id);
        client.conversation("done", "ru", null);
        var atElevenLabs = parley.sql("select elevenlabs_conversation_id from conversations where id = ?::uuid", id);

        for (var words : new String[] {"окна перезвонить", "ЗАМЕНА", atElevenLabs}) {
            var found = client.api().data(CONVERSATIONS, Map.of("words", words)).path("conversations");
            assertThat(texts(found, "title")).as(words).containsExactly("Замена окна");
        }
    }

    @Test
    void nobodyFindsWhatBelongsToOthers() {
        var others = new OwnClient(parley).api();

        assertThat(others.data(LEADS, Map.of("words", "алексеев okna"))
                        .path("leads")
                        .path("totalCount")
                        .intValue())
                .isZero();
    }

    @Test
    void whatCannotBeLookedForIsRefusedWithAWord() {
        assertThat(client.api().ask(LEADS, Map.of("words", "a".repeat(201))).code())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(client.api().ask(LEADS, Map.of("words", "a\u0000b")).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(client.api().ask(LEADS, Map.of("words", "(".repeat(200))).code())
                .isEmpty();
    }

    private void lead(String name, String email, String phone, String company, String summary) {
        parley.sql(
                "update leads set name = ?, email = ?, phone = ?, company = ?, conversation_summary = ? where id = ?::uuid"
                        + " returning id",
                name,
                email,
                phone,
                company,
                summary,
                client.lead("new", 50));
    }

    private static Stream<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.path("nodes").spliterator(), false)
                .map(node -> node.path(field).asText());
    }
}
