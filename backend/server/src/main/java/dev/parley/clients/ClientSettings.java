package dev.parley.clients;

import dev.parley.monitoring.AuditLog;
import dev.parley.persistence.Transaction;
import dev.parley.phones.PhoneRegions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What administrators may set for the transaction's client; who may call is decided before. */
@ApplicationScoped
public class ClientSettings {

    /**
     * The settings as they are.
     *
     * @param phoneRegion ISO 3166-1 code; null when none is set
     */
    public record Current(@Nullable String phoneRegion, long version) {}

    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ClientSettings(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public Current find(Transaction transaction) throws SQLException {
        return find(transaction, "");
    }

    /**
     * @param version what the person saw; an older one is refused
     * @param phoneRegion empty: leave; holds an empty string: clear
     * @return what stood in the way; empty: done
     */
    public List<ClientProblem> update(Transaction transaction, long version, Optional<String> phoneRegion)
            throws SQLException {
        // Whoever else is changing them is waited for, so that they are seen to have been faster.
        var current = find(transaction, " for update");
        if (current.version() != version) {
            return List.of(ClientProblem.conflict());
        }
        if (phoneRegion.isEmpty()) {
            return List.of();
        }
        var region = phoneRegion.filter(given -> !given.isBlank()).flatMap(PhoneRegions::code);
        if (region.isEmpty() && !phoneRegion.get().isBlank()) {
            return List.of(ClientProblem.noRegion());
        }
        if (!region.equals(Optional.ofNullable(current.phoneRegion()))) {
            store(transaction, region.orElse(null));
        }
        return List.of();
    }

    private void store(Transaction transaction, @Nullable String phoneRegion) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update clients set phone_region = ?, version = version + 1, updated_at = ?"
                        + " where id = private.client_id()")) {
            statement.setString(1, phoneRegion);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        var id = transaction.context().clientId();
        audit.record(transaction, "client.update", "client", id, List.of("phoneRegion"));
    }

    private static Current find(Transaction transaction, String lock) throws SQLException {
        try (var statement = transaction
                        .connection()
                        .prepareStatement("select phone_region, version from clients"
                                + " where id = (select private.client_id())" + lock);
                var row = statement.executeQuery()) {
            row.next();
            return new Current(row.getString(1), row.getLong(2));
        }
    }
}
