package dev.parley.knowledge.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the embedder without a network finds, and how texts are put into requests for the other one. */
class OfflineEmbedderTest {

    private final Embedder embedder = new OfflineEmbedder();

    @Test
    void theSameTextHasTheSameVectorOfLengthOne() {
        var vectors = embedder.embed(List.of("Стоматология на Ленина", "Стоматология на Ленина", "…"));

        assertThat(vectors.get(0)).containsExactly(vectors.get(1)).hasSize(Embedder.DIMENSIONS);
        assertThat(vectors)
                .allSatisfy(vector -> assertThat(near(vector, vector)).isBetween(0.999, 1.001));
    }

    @Test
    void otherFormsAndMisspeltWordsAreNearer() {
        assertNearer("запись на приём", "Записаться на приёмы можно по телефону", "Окна ставят за один день");
        assertNearer("цена имплантации", "Имплант: цены", "Доставка по городу");
        assertNearer("отбеливаниие зубов", "Отбеливание зубов за час", "Сроки гарантии на работу");
        assertNearer("delivery tommorow", "We deliver tomorrow", "Crowns and bridges");
        assertNearer("елка", "Ёлки", "Палки");
    }

    @Test
    void textsAreBatchedByTokensAndByNumber() {
        var words = new Random(1).ints(1_000, 0, 4_000).mapToObj("x"::repeat).toList();

        var batches = Batches.of(words);

        assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(words);
        assertThat(batches).allSatisfy(batch -> {
            assertThat(batch).isNotEmpty().hasSizeLessThanOrEqualTo(256);
            assertThat(batch.stream().collect(Collectors.joining()).length()).isLessThan(300_000);
        });
        assertThat(Batches.of(List.of())).isEmpty();
    }

    private void assertNearer(String question, String right, String wrong) {
        var asked = embedder.embedQuery(question);
        assertThat(near(asked, embedder.embedQuery(right)))
                .isGreaterThan(near(asked, embedder.embedQuery(wrong)) + 0.1);
    }

    private static double near(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
