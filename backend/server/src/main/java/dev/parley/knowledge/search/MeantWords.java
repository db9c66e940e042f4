package dev.parley.knowledge.search;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The client's words that may be meant by typed ones: other forms, other spellings, longer words, and what looks alike. */
record MeantWords(List<Meant> words) {

    /**
     * One of them.
     *
     * @param term the number of the typed word, from 1
     * @param weight above 0, up to 1 for the same word
     */
    record Meant(int term, String word, float weight) {}

    /** Less is a filler word, which would mark half of a passage. */
    private static final double WORTH_MARKING = 0.25;

    static MeantWords of(Transaction transaction, List<String> typed) throws SQLException {
        return new MeantWords(Sql.list(
                transaction,
                "select term, word, weight from private.knowledge_words_like(?)",
                row -> new Meant(row.getInt(1), row.getString(2), row.getFloat(3)),
                typed));
    }

    Set<String> worthMarking() {
        return words.stream()
                .filter(meant -> meant.weight() > WORTH_MARKING)
                .map(Meant::word)
                .collect(Collectors.toSet());
    }
}
