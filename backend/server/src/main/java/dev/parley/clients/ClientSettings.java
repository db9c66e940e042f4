package dev.parley.clients;

import dev.parley.monitoring.AuditLog;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import dev.parley.phones.PhoneRegions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What administrators may set for the transaction's client; who may call is decided before. */
@ApplicationScoped
public class ClientSettings {

    /**
     * The settings as they are.
     *
     * @param phoneRegion ISO 3166-1 code; null when none is set
     * @param chunkCharacters most characters of a chunk of a document, 200 to 4000
     * @param chunkOverlap most characters repeated where a long paragraph is divided, 0 to a quarter of a chunk
     */
    public record Current(@Nullable String phoneRegion, int chunkCharacters, int chunkOverlap, long version) {}

    /**
     * What is to be changed.
     *
     * @param phoneRegion empty: leave; holds an empty string: clear
     * @param chunkCharacters null: leave
     * @param chunkOverlap null: leave
     */
    public record Wanted(
            Optional<String> phoneRegion, @Nullable Integer chunkCharacters, @Nullable Integer chunkOverlap) {}

    private static final int LEAST_CHUNK = 200;
    private static final int MOST_CHUNK = 4_000;
    private static final int LEAST_CHUNKS_OF_OVERLAP = 4;

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
     * @return what stood in the way; empty: done
     */
    public List<ClientProblem> update(Transaction transaction, long version, Wanted wanted) throws SQLException {
        // Whoever else is changing them is waited for, so that they are seen to have been faster.
        var current = find(transaction, " for update");
        if (current.version() != version) {
            return List.of(ClientProblem.conflict());
        }
        var region = wanted.phoneRegion().filter(given -> !given.isBlank()).flatMap(PhoneRegions::code);
        if (region.isEmpty()
                && wanted.phoneRegion().filter(given -> !given.isBlank()).isPresent()) {
            return List.of(ClientProblem.noRegion());
        }
        var next = new Current(
                wanted.phoneRegion().isPresent() ? region.orElse(null) : current.phoneRegion(),
                Objects.requireNonNullElse(wanted.chunkCharacters(), current.chunkCharacters()),
                Objects.requireNonNullElse(wanted.chunkOverlap(), current.chunkOverlap()),
                version);
        if (next.chunkCharacters() < LEAST_CHUNK || next.chunkCharacters() > MOST_CHUNK) {
            return List.of(ClientProblem.chunkSize("chunkCharacters", "A chunk has 200 to 4000 characters"));
        }
        if (next.chunkOverlap() < 0 || next.chunkOverlap() > next.chunkCharacters() / LEAST_CHUNKS_OF_OVERLAP) {
            return List.of(ClientProblem.chunkSize("chunkOverlap", "From 0 to a quarter of chunkCharacters"));
        }
        var changed = changed(current, next);
        if (!changed.isEmpty()) {
            store(transaction, next, changed);
        }
        return List.of();
    }

    private static List<String> changed(Current before, Current after) {
        var changed = new ArrayList<String>();
        if (!Objects.equals(before.phoneRegion(), after.phoneRegion())) {
            changed.add("phoneRegion");
        }
        if (before.chunkCharacters() != after.chunkCharacters()) {
            changed.add("chunkCharacters");
        }
        if (before.chunkOverlap() != after.chunkOverlap()) {
            changed.add("chunkOverlap");
        }
        return changed;
    }

    private void store(Transaction transaction, Current next, List<String> changed) throws SQLException {
        Sql.update(
                transaction,
                "update clients set phone_region = ?, chunk_characters = ?, chunk_overlap = ?, version = version + 1,"
                        + " updated_at = ? where id = private.client_id()",
                next.phoneRegion(),
                next.chunkCharacters(),
                next.chunkOverlap(),
                clock.instant());
        audit.record(
                transaction, "client.update", "client", transaction.context().clientId(), changed);
    }

    private static Current find(Transaction transaction, String lock) throws SQLException {
        return Sql.first(
                        transaction,
                        "select phone_region, chunk_characters, chunk_overlap, version from clients"
                                + " where id = (select private.client_id())" + lock,
                        row -> new Current(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4)))
                .orElseThrow();
    }
}
