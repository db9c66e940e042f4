package dev.parley.knowledge.chunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where texts are cut, what each chunk carries, and what a change leaves alone. */
class ChunkerTest {

    private static final ChunkSettings SMALL = new ChunkSettings(300, 60);

    @Test
    void sectionsAreChunksWithTheHeadingsAboveThem() {
        var chunks = chunks("Before.\n\n# Цены\n\n## **Импланты**\n\nОт 30 000 руб.\n\n## Коронки\n\nОт 20 000 руб.\n");

        assertThat(chunks)
                .extracting(Chunk::headingPath)
                .containsExactly(List.of(), List.of("Цены", "Импланты"), List.of("Цены", "Коронки"));
        assertThat(chunks.get(1).body()).isEqualTo("# Цены\n\n## **Импланты**\n\nОт 30 000 руб.");
        assertThat(chunks.get(2).embeddedText()).isEqualTo("Цены > Коронки\n\n## Коронки\n\nОт 20 000 руб.");
        assertThat(chunks.get(2).position()).isEqualTo(2);
    }

    @Test
    void eachPartOfATableHasItsHeadRow() {
        var table = "| Услуга | Цена |\n| --- | --- |\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "| Услуга " + i + " | " + i + "000 |\n")
                        .collect(Collectors.joining());

        var chunks = new Chunker(SMALL).chunks("# Прайс\n\n" + table);

        assertThat(chunks).hasSizeGreaterThan(3);
        assertThat(chunks).allMatch(chunk -> chunk.text().contains("| Услуга | Цена |\n| --- | --- |\n| Услуга"));
        assertThat(chunks).allMatch(chunk -> chunk.text().endsWith("000 |"));
    }

    @Test
    void eachPartOfAListHasTheWordsThatIntroduceIt() {
        var list = IntStream.range(0, 30)
                .mapToObj(i -> "- вещь номер " + i + " из списка\n")
                .collect(Collectors.joining());

        var chunks = new Chunker(SMALL).chunks("Это важно. С собой нужно взять:\n\n" + list);

        assertThat(chunks).hasSizeGreaterThan(2);
        assertThat(chunks.subList(1, chunks.size()))
                .allMatch(chunk -> chunk.text().startsWith("С собой нужно взять:\n- вещь"));
    }

    @Test
    void aLongParagraphGoesOnWithItsLastSentences() {
        var text = IntStream.range(0, 30)
                .mapToObj(i -> "Предложение номер " + i + ".")
                .collect(Collectors.joining(" "));

        var chunks = new Chunker(SMALL).chunks(text);

        assertThat(chunks).hasSizeGreaterThan(1);
        for (int i = 1; i < chunks.size(); i++) {
            assertThat(chunks.get(i).lead()).isNotBlank();
            assertThat(chunks.get(i - 1).body()).endsWith(chunks.get(i).lead().strip());
        }
    }

    @Test
    void theSameTextGivesTheSameChunks() {
        var text = document(new Random(1));

        assertThat(chunks(text)).isEqualTo(chunks(text));
        assertThat(chunks(text)).extracting(Chunk::contentHash).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    /** Documents with long sections, so that there is something to shift. */
    @Test
    void aChangedParagraphChangesOneChunk() {
        int changed = 0;
        int edits = 200;
        for (int edit = 0; edit < edits; edit++) {
            var random = new Random(edit);
            var paragraphs = paragraphs(random, 60);
            var before = chunks(String.join("\n\n", paragraphs));
            int place = random.nextInt(paragraphs.size());
            paragraphs.set(place, paragraphs.get(place) + " И ещё одно предложение сверх того.");
            changed += differences(before, chunks(String.join("\n\n", paragraphs)));
        }
        assertThat(changed).isBetween(edits, edits + edits / 4);
    }

    /** Under headings of their own, as people write, always. */
    @Test
    void aChangeStaysInItsSection() {
        for (int edit = 0; edit < 50; edit++) {
            var random = new Random(edit);
            var sections = IntStream.range(0, 20)
                    .mapToObj(i -> "## Раздел " + i + "\n\n" + String.join("\n\n", paragraphs(random, 2)))
                    .collect(Collectors.toCollection(ArrayList::new));
            var before = chunks(String.join("\n\n", sections));
            int place = random.nextInt(sections.size());
            sections.set(place, sections.get(place).replaceFirst("\\. ", ". Новое. "));
            assertThat(differences(before, chunks(String.join("\n\n", sections))))
                    .isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300, 1_200, 4_000})
    void chunksCoverTheWholeTextInOrderAndWithinTheLimit(int most) {
        for (int seed = 0; seed < 60; seed++) {
            var text = document(new Random(seed));
            var chunks = new Chunker(new ChunkSettings(most, most / 6)).chunks(text);
            int end = 0;
            for (var chunk : chunks) {
                assertThat(text.substring(end, chunk.start())).isBlank();
                assertThat(chunk.body()).isNotBlank().isEqualTo(text.substring(chunk.start(), chunk.end()));
                assertThat(chunk.embeddedText().length())
                        .as(chunk.embeddedText())
                        .isLessThanOrEqualTo(most);
                end = chunk.end();
            }
            assertThat(text.substring(end)).isBlank();
        }
    }

    @Test
    void oddTextsAreCutToo() {
        assertThat(chunks("")).isEmpty();
        assertThat(chunks(" \n\n \n")).isEmpty();
        assertThat(chunks("# Only a heading")).hasSize(1);
        for (var odd : List.of(
                "😀".repeat(5_000),
                "x".repeat(9_999),
                "> ".repeat(2_000) + "deep",
                "[a]: http://b\n[c]: d\n",
                "#".repeat(3_000),
                "# " + "long title ".repeat(300) + "\n\ntext",
                "```\n" + "code\n".repeat(900),
                "- a\n".repeat(2_000),
                "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(2_000),
                "<div>\n".repeat(900))) {
            var chunks = chunks(odd);
            assertThat(chunks.stream()
                            .map(Chunk::body)
                            .collect(Collectors.joining())
                            .replaceAll("\\s", ""))
                    .isEqualTo(odd.replaceAll("\\s", ""));
            assertThat(chunks).allMatch(chunk -> chunk.embeddedText().length() <= 1_200);
        }
    }

    /** Ten times the text takes ten times the steps, not a hundred: a quadratic chunker would sit here for minutes. */
    @Test
    void aLongTextIsCutAsWell() {
        var text = String.join("\n\n", paragraphs(new Random(3), 12_000));

        var chunks = chunks(text);

        assertThat(text.length()).isGreaterThan(3_000_000);
        assertThat(chunks).hasSizeBetween(text.length() / 1_200, text.length() / 400);
    }

    @Test
    void settingsOutOfTheirRangesAreRefused() {
        assertThatThrownBy(() -> new ChunkSettings(100, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChunkSettings(1_000, 251)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int differences(List<Chunk> before, List<Chunk> after) {
        var known = before.stream().map(Chunk::contentHash).collect(Collectors.toCollection(HashSet::new));
        return (int) after.stream()
                .filter(chunk -> !known.contains(chunk.contentHash()))
                .count();
    }

    private static List<Chunk> chunks(String text) {
        return new Chunker(ChunkSettings.USUAL).chunks(text);
    }

    private static String document(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 ->
                            "#".repeat(1 + random.nextInt(4)) + " Раздел " + words(random, 1 + random.nextInt(30))
                                    + "\n";
                        case 1 -> "- пункт " + words(random, 5) + "\n- " + words(random, 90) + "\n\n";
                        case 2 ->
                            "| a | " + words(random, 3) + " |\n|---|---|\n"
                                    + "| 1 | цена |\n".repeat(random.nextInt(60)) + "\n";
                        case 3 -> "```\n" + words(random, 200) + "\n```\n";
                        case 4 -> words(random, 400) + ".\n\n";
                        case 5 -> "Список вот такой:\n\n";
                        default -> String.join("\n\n", paragraphs(random, 2)) + "\n\n";
                    });
        }
        return text.toString();
    }

    private static List<String> paragraphs(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, 2 + random.nextInt(5))
                        .mapToObj(sentence -> "О" + words(random, 6 + random.nextInt(8)) + ".")
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, 5_000).mapToObj(i -> "слово" + i).collect(Collectors.joining(" "));
    }
}
