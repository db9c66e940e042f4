package dev.parley.knowledge;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Files as they were uploaded. Works in the given transaction's client. */
final class DocumentFiles {

    /** So that no file is in memory as a whole. */
    private static final int PIECE = 1 << 20;

    private DocumentFiles() {}

    static void add(Transaction transaction, UUID documentId, String name, Path file) throws SQLException {
        try (InputStream bytes = Files.newInputStream(file);
                var statement = transaction
                        .connection()
                        .prepareStatement("insert into knowledge_document_files (client_id, document_id, name, bytes)"
                                + " values (private.client_id(), ?, ?, ?)")) {
            statement.setObject(1, documentId);
            statement.setString(2, name);
            statement.setBinaryStream(3, bytes, Files.size(file));
            statement.executeUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return its name, after its bytes were written to the given file; empty when the document has none */
    static Optional<String> fetch(Transaction transaction, UUID documentId, Path into) throws SQLException {
        try (var out = Files.newOutputStream(into)) {
            int from = 1;
            byte[] piece;
            do {
                piece = piece(transaction, documentId, from);
                out.write(piece);
                from += PIECE;
            } while (piece.length == PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sql.first(
                transaction,
                "select name from knowledge_document_files where client_id = private.client_id() and document_id = ?",
                row -> row.getString(1),
                documentId);
    }

    private static byte[] piece(Transaction transaction, UUID documentId, int from) throws SQLException {
        return Sql.first(
                        transaction,
                        "select substring(bytes from ? for ?) from knowledge_document_files"
                                + " where client_id = private.client_id() and document_id = ?",
                        row -> row.getBytes(1),
                        from,
                        PIECE,
                        documentId)
                .orElse(new byte[0]);
    }
}
