package dev.parley.monitoring;

import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Who changed what, in the transaction that changed it. */
@ApplicationScoped
public class AuditLog {

    /** @param changedFields names, never values */
    public void record(
            Transaction transaction,
            String action,
            String entity,
            @Nullable UUID entityId,
            List<String> changedFields) {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement(
                "insert into audit_log (client_id, user_id, action, entity, entity_id, changed_fields, request_id)"
                        + " values (private.client_id(), private.user_id(), ?, ?, ?, ?, ?)")) {
            statement.setString(1, action);
            statement.setString(2, entity);
            statement.setObject(3, entityId);
            statement.setArray(4, connection.createArrayOf("text", changedFields.toArray()));
            statement.setString(5, MDC.get("requestId"));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("The audit log could not be written", e);
        }
    }
}
