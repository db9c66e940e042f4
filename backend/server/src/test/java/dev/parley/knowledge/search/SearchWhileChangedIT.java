package dev.parley.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Searches without pause while a document's versions take each other's place. */
class SearchWhileChangedIT {

    private static final int UPDATES = 10;
    private static final int SECTIONS = 6;

    private final KnowledgeBase base = new KnowledgeBase(new OwnClient(Parley.shared()));

    @Test
    void eachAnswerIsOfOneVersionAndNoneIsEmpty() throws InterruptedException {
        var id = base.documents().ready("Prices", content(1));
        var answers = new CopyOnWriteArrayList<JsonNode>();
        var searching = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                answers.add(base.search("price of the gate", SECTIONS, null));
            }
        });

        for (int number = 2; number <= UPDATES; number++) {
            base.documents().update(id, number - 1, Map.of("content", content(number)));
            base.documents().untilLive(id, number);
        }
        searching.interrupt();
        searching.join();

        var seen = new HashSet<String>();
        for (var answer : answers.subList(0, answers.size() - 1)) { // the last one may have been cut off
            var hits = StreamSupport.stream(answer.path("hits").spliterator(), false)
                    .toList();
            assertThat(hits).hasSize(SECTIONS);
            assertThat(hits.stream()
                            .map(hit -> hit.path("versionNumber").asText())
                            .distinct())
                    .hasSize(1);
            var version = hits.getFirst().path("versionNumber").asText();
            assertThat(hits).allMatch(hit -> hit.path("passage").asText().contains("edition " + version + "."));
            seen.add(version);
        }
        assertThat(seen.size()).isGreaterThan(2);
    }

    private static String content(int version) {
        return IntStream.rangeClosed(1, SECTIONS)
                .mapToObj(section -> "# Gate " + section + "\n\nThe price of the gate, edition " + version + ".\n")
                .collect(Collectors.joining("\n"));
    }
}
