package dev.parley.knowledge.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know, made ready for the database.
 *
 * @param words as the database keeps words, each once; none: nothing is found
 * @param embedding null when there is none
 * @param model that made the embedding, or would have
 * @param missing what the search has to do without
 */
public record Question(List<String> words, float @Nullable [] embedding, String model, Set<SearchPart> missing) {

    boolean isEmpty() {
        return words.isEmpty();
    }
}
