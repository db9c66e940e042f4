package dev.parley.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Sixty questions as people say and type them, to the demo's documents, with the offline embedder: the right passage is among
 * the first three for nine of ten. By vector alone and by words alone stands beside it in the output.
 */
class QuestionsIT {

    private static final int AMONG = 3;

    /** How it was searched. */
    private enum By {
        BOTH,
        VECTOR,
        TEXT
    }

    /** What is asked, and words of the passage that answers it. */
    private record Asked(String language, String question, String title, String words) {

        static Asked of(String line) {
            var parts = line.split(";", -1);
            return new Asked(parts[0], parts[1], parts[2], parts[3]);
        }

        boolean isAnsweredBy(String document, List<String> headings, String passage) {
            return title.equals(document) && (String.join(" ", headings) + " " + passage).contains(words);
        }
    }

    private final Parley parley = Parley.shared();

    @Test
    void theRightPassageIsAmongTheFirstThreeForNineOfTenQuestions() throws IOException {
        var all = questions();
        assertThat(all).hasSize(60);
        var found = new EnumMap<By, Integer>(By.class);
        var missed = new ArrayList<String>();
        for (var language : List.of("ru", "en")) {
            var client = language.equals("ru") ? OwnClient.russian(parley) : new OwnClient(parley);
            var base = KnowledgeBase.ofDemo(client, language);
            for (var asked : all.stream()
                    .filter(question -> question.language().equals(language))
                    .toList()) {
                if (isFound(asked, base.search(asked.question(), AMONG, null).path("hits"))) {
                    found.merge(By.BOTH, 1, Integer::sum);
                } else {
                    missed.add(asked.question());
                }
                List.of(By.VECTOR, By.TEXT)
                        .forEach(by -> found.merge(by, isFound(client, asked, by) ? 1 : 0, Integer::sum));
            }
        }
        System.out.printf("Right passage among the first %d of %d questions: %s%n", AMONG, all.size(), found);
        assertThat(found.get(By.BOTH)).as("missed: %s", missed).isGreaterThanOrEqualTo(all.size() * 9 / 10);
    }

    private static boolean isFound(Asked asked, JsonNode hits) {
        return IntStream.range(0, hits.size())
                .mapToObj(hits::get)
                .anyMatch(hit -> asked.isAnsweredBy(
                        hit.at("/document/title").asText(),
                        IntStream.range(0, hit.path("headingPath").size())
                                .mapToObj(i -> hit.path("headingPath").get(i).asText())
                                .toList(),
                        hit.path("passage").asText()));
    }

    /** One half of the search alone. */
    private boolean isFound(OwnClient client, Asked asked, By by) {
        var search = CDI.current().select(KnowledgeSearch.class).get();
        var whole = search.question(client.id(), asked.question());
        var half = by == By.TEXT ? new Question(whole.words(), null, whole.model(), Set.of()) : whole;
        return CDI.current()
                .select(Persistence.class)
                .get()
                .inClient(
                        Context.request(client.id(), client.member("viewer").id(), "viewer"),
                        Mode.READ,
                        transaction -> (by == By.TEXT
                                        ? search.hits(transaction, half, SearchFilter.EVERYWHERE, AMONG)
                                        : SearchStatement.hits(
                                                transaction,
                                                whole,
                                                new MeantWords(List.of()),
                                                SearchFilter.EVERYWHERE,
                                                AMONG))
                                .stream()
                                        .anyMatch(hit ->
                                                asked.isAnsweredBy(title(hit), hit.headingPath(), hit.passage())));
    }

    private String title(Hit hit) {
        return parley.sql("select title from knowledge_documents where id = ?", hit.documentId());
    }

    private static List<Asked> questions() throws IOException {
        try (var file = Objects.requireNonNull(QuestionsIT.class.getResourceAsStream("questions.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Asked::of)
                    .toList();
        }
    }
}
