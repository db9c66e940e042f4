package dev.parley.tokens;

import dev.parley.persistence.Page;
import dev.parley.persistence.Slice;
import dev.parley.persistence.Transaction;
import dev.parley.security.Role;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the transaction's client, newest first.
 *
 * @param activeAt only those that were active then; null: all
 */
public record ApiTokenList(@Nullable Instant activeAt) {

    private static final String TOKENS =
            """
             from api_tokens t join client_members m on m.client_id = t.client_id and m.user_id = t.id \
            where t.client_id = private.client_id() \
            and (?::timestamptz is null or t.revoked_at is null and t.expires_at > ?) """;

    private static final String COLUMNS =
            """
            select t.id, t.name, m.role, t.start, t.created_at, t.created_by_email, t.expires_at, t.last_used_at, \
            t.revoked_at""";

    public Page<ApiToken> page(Transaction transaction, Slice slice) throws SQLException {
        var after = slice.after();
        try (var statement = prepare(
                transaction,
                COLUMNS + TOKENS + "and (?::timestamptz is null or (t.created_at, t.id) < (?, ?::uuid))"
                        + " order by t.created_at desc, t.id desc offset ? limit ?")) {
            var time = after == null ? null : after.time().atOffset(ZoneOffset.UTC);
            statement.setObject(3, time);
            statement.setObject(4, time);
            statement.setObject(5, after == null ? null : after.id());
            statement.setInt(6, slice.offset());
            statement.setInt(7, slice.first() + 1);
            var found = read(statement);
            boolean more = found.size() > slice.first();
            return new Page<>(
                    more ? found.subList(0, slice.first()) : found, more, after != null || slice.offset() > 0);
        }
    }

    /** How many there are, but not above {@link Page#COUNTED} + 1: that one means "more". */
    public int count(Transaction transaction) throws SQLException {
        try (var statement = prepare(
                transaction, "select count(*) from (select 1" + TOKENS + "limit " + (Page.COUNTED + 1) + ") t")) {
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    Optional<ApiToken> find(Transaction transaction, UUID id) throws SQLException {
        try (var statement = prepare(transaction, COLUMNS + TOKENS + "and t.id = ?")) {
            statement.setObject(3, id);
            return read(statement).stream().findFirst();
        }
    }

    private PreparedStatement prepare(Transaction transaction, String sql) throws SQLException {
        var statement = transaction.connection().prepareStatement(sql);
        var time = activeAt == null ? null : activeAt.atOffset(ZoneOffset.UTC);
        statement.setObject(1, time);
        statement.setObject(2, time);
        return statement;
    }

    private static List<ApiToken> read(PreparedStatement statement) throws SQLException {
        var tokens = new ArrayList<ApiToken>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                tokens.add(new ApiToken(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        Role.ofStored(rows.getString(3)),
                        rows.getString(4),
                        rows.getObject(5, OffsetDateTime.class).toInstant(),
                        rows.getString(6),
                        rows.getObject(7, OffsetDateTime.class).toInstant(),
                        time(rows, 8),
                        time(rows, 9)));
            }
        }
        return tokens;
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
