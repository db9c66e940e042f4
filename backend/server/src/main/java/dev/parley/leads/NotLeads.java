package dev.parley.leads;

import dev.parley.leads.reading.Outcome;
import dev.parley.persistence.Transaction;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversations that are no leads. Works in the given transaction's client. */
public final class NotLeads {

    private static final String FIND =
            """
            select conversation_id, reason, turn from leads_declined
             where client_id = (select private.client_id()) and conversation_id = any(?)""";

    private static final String STORE =
            """
            insert into leads_declined (client_id, conversation_id, reason, turn)
            values ((select private.client_id()), ?, ?, ?)
            on conflict (client_id, conversation_id) do update set reason = excluded.reason, turn = excluded.turn""";

    private static final String FORGET =
            "delete from leads_declined where client_id = (select private.client_id()) and conversation_id = ?";

    private NotLeads() {}

    public static Map<UUID, NotALead> find(Transaction transaction, Collection<UUID> conversationIds) {
        var found = new HashMap<UUID, NotALead>();
        try (var statement = transaction.connection().prepareStatement(FIND)) {
            statement.setArray(1, transaction.connection().createArrayOf("uuid", conversationIds.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var reason = Outcome.Reason.valueOf(rows.getString(2).toUpperCase(Locale.ROOT));
                    found.put(rows.getObject(1, UUID.class), new NotALead(reason, rows.getObject(3, Integer.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException("Why conversations are no leads could not be read", e);
        }
    }

    /** @param notALead null: it is a lead */
    static void keep(Transaction transaction, UUID conversationId, @Nullable NotALead notALead) {
        try (var statement = transaction.connection().prepareStatement(notALead == null ? FORGET : STORE)) {
            statement.setObject(1, conversationId);
            if (notALead != null) {
                statement.setString(2, notALead.reason().name().toLowerCase(Locale.ROOT));
                statement.setObject(3, notALead.turn(), Types.INTEGER);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("Why a conversation is no lead could not be stored", e);
        }
    }
}
