package dev.parley.deprecations;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads out of the request log who still uses what is deprecated. */
@ApplicationScoped
public class DeprecatedUses {

    /** Who has not called for so long has moved on. */
    public static final Duration LOOKED_BACK = Duration.ofDays(90);

    /** The callers that the answer has room for; who called last comes first. */
    private static final int MOST = 500;

    private static final String USES =
            """
            select used.coordinate, l.user_id, coalesce(max(t.name), max(m.email)), l.operation_name, count(*),
                   max(l.created_at)
              from api_logs l
             cross join unnest(l.deprecated_fields) used(coordinate)
              left join api_tokens t on t.client_id = l.client_id and t.id = l.user_id
              left join client_members m on m.client_id = l.client_id and m.user_id = l.user_id
             where l.client_id = private.client_id() and l.deprecated_fields <> '{}' and l.user_id is not null
               and l.created_at > ?
             group by used.coordinate, l.user_id, l.operation_name
             order by max(l.created_at) desc limit ?""";

    private final Clock clock;

    @Inject
    public DeprecatedUses(Clock clock) {
        this.clock = clock;
    }

    /** Of the last 90 days, the latest first. */
    public List<DeprecatedUse> of(Transaction transaction) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(USES)) {
            statement.setObject(1, clock.instant().minus(LOOKED_BACK).atOffset(ZoneOffset.UTC));
            statement.setInt(2, MOST);
            try (var rows = statement.executeQuery()) {
                var uses = new ArrayList<DeprecatedUse>();
                while (rows.next()) {
                    uses.add(use(rows));
                }
                return uses;
            }
        }
    }

    private static DeprecatedUse use(ResultSet row) throws SQLException {
        return new DeprecatedUse(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
