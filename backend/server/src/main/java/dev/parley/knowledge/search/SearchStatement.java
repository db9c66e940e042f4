package dev.parley.knowledge.search;

import dev.parley.persistence.Rows;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Vectors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one statement of a search: all it sees is of one moment, so never two versions of a document. */
final class SearchStatement {

    private static final String SQL =
            """
            select document_id, version_number, place_start, place_end, heading_path, passage, \
            score, text_rank, text_score, vector_rank, similarity \
            from private.search_knowledge(?, ?, ?, ?::extensions.halfvec, ?, ?, ?, ?, ?, ?, ?)""";

    private SearchStatement() {}

    static List<Hit> hits(Transaction transaction, Question question, MeantWords meant, SearchFilter filter, int first)
            throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement(SQL)) {
            bind(connection, statement, meant.words());
            bind(statement, question);
            bind(connection, statement, filter);
            statement.setInt(11, first);
            var marked = meant.worthMarking();
            var hits = new ArrayList<Hit>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    hits.add(hit(rows, marked));
                }
            }
            return List.copyOf(hits);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<MeantWords.Meant> words)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "integer", words.stream().map(MeantWords.Meant::term).toArray()));
        statement.setArray(
                2, texts(connection, words.stream().map(MeantWords.Meant::word).toList()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "real", words.stream().map(MeantWords.Meant::weight).toArray()));
    }

    private static void bind(PreparedStatement statement, Question question) throws SQLException {
        var embedding = question.embedding();
        if (embedding == null) {
            statement.setNull(4, Types.OTHER);
        } else {
            statement.setObject(4, Vectors.parameter(embedding));
        }
        statement.setString(5, question.model());
    }

    private static void bind(Connection connection, PreparedStatement statement, SearchFilter filter)
            throws SQLException {
        var ids = filter.documentIds();
        statement.setArray(6, ids == null ? null : connection.createArrayOf("uuid", ids.toArray()));
        statement.setString(7, filter.category());
        statement.setArray(8, texts(connection, filter.tags()));
        statement.setString(9, filter.language());
        var after = filter.updatedAfter();
        statement.setObject(10, after == null ? null : after.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static java.sql.@Nullable Array texts(Connection connection, @Nullable Collection<String> texts)
            throws SQLException {
        return texts == null ? null : connection.createArrayOf("text", texts.toArray());
    }

    private static Hit hit(ResultSet row, Set<String> marked) throws SQLException {
        var passage = row.getString(6);
        return new Hit(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                Rows.texts(row, 5),
                passage,
                Highlights.of(passage, marked),
                new Hit.Score(
                        row.getDouble(7),
                        row.getObject(8, Integer.class),
                        row.getObject(9, Double.class),
                        row.getObject(10, Integer.class),
                        row.getObject(11, Double.class)));
    }
}
