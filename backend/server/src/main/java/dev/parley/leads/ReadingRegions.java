package dev.parley.leads;

import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Transaction;
import dev.parley.phones.PhoneRegions;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which regions the phone numbers of a lead are read, whoever gives them. */
final class ReadingRegions {

    private static final String SQL =
            """
            select coalesce(c.language, k.default_language), k.phone_region
              from clients k
              left join conversations c on c.client_id = k.id and c.id = ?
             where k.id = (select private.client_id())""";

    private ReadingRegions() {}

    /** @param conversationId null when it came from none: then the client's language counts */
    static PhoneRegions of(Transaction transaction, @Nullable UUID conversationId) {
        try (var statement = transaction.connection().prepareStatement(SQL)) {
            statement.setObject(1, conversationId, Types.OTHER);
            try (var row = statement.executeQuery()) {
                row.next();
                return PhoneRegions.of(row.getString(1), row.getString(2));
            }
        } catch (SQLException e) {
            throw new PersistenceException("The client's phone region could not be read", e);
        }
    }
}
