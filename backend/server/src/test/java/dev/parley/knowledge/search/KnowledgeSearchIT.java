package dev.parley.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.sandbox.elevenlabs.Fault;
import dev.parley.sandbox.elevenlabs.FaultKind;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, what is not, and by whom. */
class KnowledgeSearchIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final KnowledgeBase base = new KnowledgeBase(client);

    @ParameterizedTest
    @CsvSource({
        "приём, Запишем вас на приёма не раньше вторника",
        "приема, Первый приём бесплатный",
        "приёму, Подготовка к приёмам у врача",
        "сеток, Москитная сетка на окно",
        "окон, Мы меняем окно за два часа",
        "не работает, Лифт пока не работает",
        "рехау, Профиль REHAU Grazio",
        "antikoshka, Полотно «Антикошка» прочное",
        "шуко, Алюминий Schüco",
        "zummer, Нажмите зуммер у двери",
        "незнайка кондицанер, Кондиционер стоит в спальне",
        "рассроч, Есть рассрочка на полгода",
        "insurence, We take most insurance plans",
        "implants, One implant takes a day"
    })
    void whatPeopleTypeIsFound(String typed, String written) {
        base.documents().ready("Other things", "Совсем другое: погода, спорт, новости. Something else entirely.");
        var id = base.documents().ready("The one", written + ".");

        var byWords = base.search(typed).path("hits");

        assertThat(byWords).isNotEmpty();
        var hit = byWords.get(0);
        assertThat(hit.at("/document/id").asText()).isEqualTo(id);
        assertThat(hit.at("/parts/textRank").asInt()).isEqualTo(1);
        assertThat(hit.at("/highlights/0").asText()).contains("<mark>");
    }

    @Test
    void aHitSaysWhereItStands() {
        var content = "# House rules\n\nWelcome.\n\n## Guests\n\nGuests <b>leave</b> before ten & close the gate.\n";
        var id = base.documents().ready("Rules", content);

        var hit = base.search("when do guests leave").path("hits").get(0);

        assertThat(hit.at("/document/id").asText()).isEqualTo(id);
        assertThat(hit.path("headingPath")).extracting(JsonNode::asText).containsExactly("House rules", "Guests");
        assertThat(hit.path("versionNumber").asInt()).isEqualTo(1);
        var place = Arrays.stream(hit.path("place").asText().split("-"))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(content.substring(place[0], place[1]))
                .isEqualTo(hit.path("passage").asText());
        assertThat(hit.at("/highlights/0").asText())
                .endsWith("<mark>Guests</mark> &lt;b&gt;<mark>leave</mark>&lt;/b&gt; before ten &amp; close the gate.");
        assertThat(hit.path("score").asDouble())
                .isEqualTo(1.0 / (60 + hit.at("/parts/textRank").asInt())
                        + 1.0 / (60 + hit.at("/parts/vectorRank").asInt()));
    }

    @Test
    void filtersAreHonouredBeforeAnythingIsRanked() {
        var one = base.documents()
                .create(Map.of(
                        "title", "One", "content", "Parking is free.", "category", "Visits", "tags", List.of("a", "b")))
                .at("/document/id")
                .asText();
        base.documents().until(one, "READY");
        for (int i = 0; i < 60; i++) { // more than each half of a search keeps
            base.documents().create(Map.of("title", "Better " + i, "content", "Parking, parking, parking " + i));
        }
        var last = base.documents().ready("Last", "Парковка во дворе, parking.");

        assertThat(base.titles("parking", Map.of("documentIds", List.of(one)))).containsExactly("One");
        assertThat(base.titles("parking", Map.of("category", "Visits"))).containsExactly("One");
        assertThat(base.titles("parking", Map.of("tags", List.of("b", "a")))).containsExactly("One");
        assertThat(base.titles("parking", Map.of("tags", List.of("a", "c")))).isEmpty();
        assertThat(base.titles("parking", Map.of("language", "ru"))).containsExactly("Last");
        assertThat(base.titles("parking", Map.of("documentIds", List.of()))).isEmpty();
        assertThat(base.titles("parking", Map.of("documentIds", List.of("none such"))))
                .isEmpty();
        assertThat(base.titles("parking", Map.of("updatedAfter", "2100-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(base.titles("parking", Map.of("updatedAfter", "2001-01-01T00:00:00Z", "documentIds", List.of(last))))
                .containsExactly("Last");
    }

    @Test
    void whatIsArchivedOrDeletedIsNotFound() {
        var id = base.documents().ready("Gone", "The secret handshake.");
        assertThat(base.titles("handshake", null)).containsExactly("Gone");

        base.documents().change("archiveDocument", id, "version: 1");
        assertThat(base.titles("handshake", null)).isEmpty();
        base.documents().change("restoreDocument", id, "version: 2");
        assertThat(base.titles("handshake", null)).containsExactly("Gone");
        base.documents().change("deleteDocument", id, "version: 3");
        assertThat(base.titles("handshake", null)).isEmpty();
    }

    @Test
    void anotherClientFindsNothing() {
        var made = base.documents()
                .create(Map.of(
                        "title",
                        "Mine",
                        "content",
                        "The zanzibar clause.",
                        "category",
                        "Law",
                        "tags",
                        List.of("zeta")));
        var id = made.at("/document/id").asText();
        base.documents().until(id, "READY");
        var other = new KnowledgeBase(new OwnClient(parley));
        other.documents().ready("Theirs", "Something else.");

        for (var filter : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("documentIds", List.of(id)),
                Map.of("category", "Law"),
                Map.of("tags", List.of("zeta")),
                Map.of("language", "en"))) {
            var answer = other.ask("zanzibar clause", 50, filter);
            assertThat(answer.body().toString())
                    .doesNotContain("anzibar")
                    .doesNotContain("Mine")
                    .doesNotContain(id);
        }
        // Nor is a misspelt word led to a word of theirs.
        assertThat(other.search("zanzibra").path("hits")).isEmpty();
    }

    @Test
    void wordsThatNoPassageHasAnyMoreAreForgotten() {
        var id = base.documents().ready("Passing", "Xylophone and gate.");
        base.documents().update(id, 1, Map.of("content", "Only the gate."));
        base.documents().untilLive(id, 2);

        var forgotten = CDI.current()
                .select(Persistence.class)
                .get()
                .inClient(Context.jobs(client.id()), Mode.WRITE, UnusedWords::forget);

        assertThat(forgotten).isEqualTo(2);
        assertThat(parley.sql(
                        "select string_agg(word, ' ' order by word) from knowledge_words where client_id = ?",
                        client.id()))
                .isEqualTo("gate only the");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "'",
                "\"",
                "\\",
                "a & b | !c",
                "(((",
                "foo:* <-> bar",
                "'; drop table knowledge_chunks; --",
                "%_%",
                "\u0000nul\u0000",
                "the of and",
                "и не что",
                "😀🎉",
                "\ud83d",
                "$1 ?",
                ":A",
                "a:1,2B",
                "--",
                "{}",
                "é̂̃",
                "\u202eabc",
                "١٢٣",
                "𝓗𝓮𝓵𝓵𝓸",
                "ß İ ı ﬁ"
            })
    void strangeQueriesAreAnswered(String query) {
        base.documents().ready("Something", "Words of \"all\" kinds: 100 % & more; the, of, and. И не что.");

        var answer = base.ask(query, 5, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("errors")).as("%s", answer.body()).isFalse();
    }

    @Test
    void fillerWordsAloneFindSomething() {
        base.documents().ready("Something", "И не что иное.");

        assertThat(base.titles("и не что", null)).containsExactly("Something");
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(base.ask("x".repeat(100_000), 5, null).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(base.ask("x ".repeat(501), 5, null).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(base.ask("x ".repeat(500), 5, null).code()).isEmpty();
        assertThat(base.ask("x", 0, null).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(base.ask("x", 51, null).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(base.ask("x", 5, Map.of("category", "\u0000")).status()).isLessThan(500);
        assertThat(base.ask("x", 5, Map.of("tags", List.of("\u0000"))).status()).isLessThan(500);
        assertThat(base.ask("x", 5, Map.of("language", "\u0000")).status()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_ERROR", "UNAVAILABLE", "RATE_LIMIT", "MALFORMED", "CUT_OFF", "UNAUTHORIZED"})
    void withoutEmbeddingsWordsHaveToDo(String fault) {
        giveKey();
        var id = base.documents().ready("Gate", "The gate is closed at ten.");
        var whole = base.search("when is the gate closed");
        assertThat(whole.path("degraded")).isEmpty();
        assertThat(whole.at("/hits/0/parts/vectorRank").asInt()).isEqualTo(1);
        parley.sandbox().faults().add(Fault.of(FaultKind.valueOf(fault)).on("/v1/embeddings"));

        var degraded = base.search("when is the gate closed");

        assertThat(degraded.path("degraded")).extracting(JsonNode::asText).containsExactly("EMBEDDINGS");
        assertThat(degraded.at("/hits/0/document/id").asText()).isEqualTo(id);
        assertThat(degraded.at("/hits/0/parts/vectorRank").isNull()).isTrue();
        parley.sandbox().faults().clear();
    }

    private void giveKey() {
        CDI.current().select(Persistence.class).get().inClient(Context.jobs(client.id()), Mode.WRITE, transaction -> {
            CDI.current()
                    .select(Credentials.class)
                    .get()
                    .add(transaction, CredentialKind.OPENAI_API_KEY, "sk-of-a-test");
            return null;
        });
    }
}
