package dev.parley.schema;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command behind {@code ./parley deprecations}: who, of all clients, used what is deprecated in the last 90 days. */
public final class Deprecations {

    private static final Logger LOG = LoggerFactory.getLogger(Deprecations.class);

    private static final String USES =
            """
            select used.coordinate, c.name, coalesce(max(t.name), l.user_id::text), coalesce(l.operation_name, '-'),
                   count(*), max(l.created_at)::timestamptz(0)
              from public.api_logs l
             cross join unnest(l.deprecated_fields) used(coordinate)
              join public.clients c on c.id = l.client_id
              left join public.api_tokens t on t.client_id = l.client_id and t.id = l.user_id
             where l.deprecated_fields <> '{}' and l.created_at > now() - interval '90 days'
             group by used.coordinate, c.name, l.user_id, l.operation_name
             order by used.coordinate, max(l.created_at) desc""";

    private Deprecations() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv()));
    }

    /** @return 0, or 1 when the database cannot be read, or 2 when it is not named */
    static int run(Map<String, String> environment) {
        DatabaseUrl url;
        try {
            url = DatabaseSetting.of("DIRECT_URL", environment::get);
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return 2;
        }
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var rows = connection.createStatement().executeQuery(USES)) {
            int count = 0;
            while (rows.next()) {
                count++;
                LOG.info(
                        "{}: client {}, caller {}, operation {}, {} calls, last {}",
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        rows.getString(6));
            }
            LOG.info("{} uses of deprecated fields in the last 90 days", count);
            return 0;
        } catch (SQLException e) {
            DatabaseFailure.log(LOG, "The request log could not be read", e);
            return 1;
        }
    }
}
