package dev.parley.knowledge.chunks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends a sentence. */
class SentencesTest {

    @Test
    void fullStopsAndTheLikeEndSentences() {
        assertThat(sentences("Мы работаем. Приходите! Когда? Завтра."))
                .containsExactly("Мы работаем.", "Приходите!", "Когда?", "Завтра.");
    }

    @Test
    void abbreviationsEndNone() {
        for (var one : List.of(
                "Приезжайте на ул. Ленина и пр. Мира до вечера.",
                "Окна, двери и т. д. Стоят от 5000 руб. За штуку.",
                "Брекеты, каппы и т. п. Ставит врач.",
                "Основана в 1999 г. Москвичами.",
                "See Dr. Smith for fillings, e.g. White ones.",
                "Врач И. И. Иванов и А.С. Пушкин ждут.")) {
            assertThat(sentences(one)).containsExactly(one);
        }
    }

    private static List<String> sentences(String text) {
        return new Sentences(text)
                .in(new Place(0, text.length())).stream()
                        .map(place -> place.in(text))
                        .toList();
    }
}
