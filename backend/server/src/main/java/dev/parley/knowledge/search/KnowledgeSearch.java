package dev.parley.knowledge.search;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.gateway.UpstreamException;
import dev.parley.knowledge.embeddings.Embedders;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the passages that answer a question, among the live versions of a client's documents. */
@ApplicationScoped
public class KnowledgeSearch {

    public static final int LONGEST_QUESTION = 1_000;
    public static final int MOST_HITS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeSearch.class);

    /** Of a long question the rest adds little, and each word costs. */
    private static final int MOST_WORDS = 40;

    /** What no embedder has a use for, and half of a character that needs two. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]+");

    private final Embedders embedders;

    @Inject
    public KnowledgeSearch(Embedders embedders) {
        this.embedders = embedders;
    }

    /**
     * Makes a question ready. It may ask another service for its embedding, three seconds at most: never call it inside a
     * transaction. When that fails, the words have to do.
     *
     * @throws ParleyException BAD_USER_INPUT when it is too long
     */
    public Question question(UUID clientId, String typed) {
        if (typed.length() > LONGEST_QUESTION) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "\"query\" has at most " + LONGEST_QUESTION + " characters");
        }
        var readable = UNREADABLE.matcher(typed).replaceAll(" ").strip();
        var words = SearchWord.forms(readable, MOST_WORDS);
        var embedder = embedders.of(clientId);
        if (words.isEmpty()) {
            return new Question(words, null, embedder.model(), Set.of());
        }
        try {
            return new Question(words, embedder.embedQuery(readable), embedder.model(), Set.of());
        } catch (UpstreamException e) {
            LOG.warn("A search of client {} goes without embeddings: {}", clientId, e.getMessage());
            return new Question(words, null, embedder.model(), Set.of(SearchPart.EMBEDDINGS));
        }
    }

    /** @param first 1 to {@value #MOST_HITS} */
    public List<Hit> hits(Transaction transaction, Question question, SearchFilter filter, int first)
            throws SQLException {
        if (question.isEmpty()) {
            return List.of();
        }
        var meant = MeantWords.of(transaction, question.words());
        return SearchStatement.hits(transaction, question, meant, filter, first);
    }
}
