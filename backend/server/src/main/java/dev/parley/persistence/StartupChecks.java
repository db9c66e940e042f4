package dev.parley.persistence;

import dev.parley.StartException;
import dev.parley.schema.SchemaVersion;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Refuses to run on a database of another version, or with a log-in that row level security would not bind. */
final class StartupChecks {

    private static final String OVER_PRIVILEGED =
            """
            select case
                when r.rolsuper then 'is a superuser'
                when r.rolbypassrls then 'has BYPASSRLS'
                when exists (select from pg_catalog.pg_class c where c.relowner = r.oid) then 'owns a relation'
                when exists (select from pg_catalog.pg_class c
                              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                             where n.nspname = 'public' and c.relkind in ('r', 'p')
                               and pg_catalog.pg_has_role(r.oid, c.relowner, 'MEMBER')) then 'is a member of the owner'
            end
            from pg_catalog.pg_roles r where r.rolname = session_user""";

    private final Persistence persistence;

    StartupChecks(Persistence persistence) {
        this.persistence = persistence;
    }

    void run() {
        refuseOverPrivileged("DATABASE_URL", persistence.backendDataSource());
        refuseOverPrivileged("JOBS_DATABASE_URL", persistence.jobsDataSource());
        var version = schemaVersion();
        if (!SchemaVersion.CURRENT.equals(version)) {
            throw new StartException("The database is at version " + version + ", this server needs "
                    + SchemaVersion.CURRENT + ": run ./parley migrate");
        }
    }

    private @Nullable String schemaVersion() {
        try {
            return persistence.inClient(Context.system(DatabaseRole.REQUEST), Mode.READ, transaction -> {
                try (var statement = transaction.connection().createStatement();
                        var row = statement.executeQuery("select private.schema_version()")) {
                    row.next();
                    return row.getString(1);
                }
            });
        } catch (PersistenceException e) {
            throw new StartException("The database has no Parley schema or is away: run ./parley migrate", e);
        }
    }

    private static void refuseOverPrivileged(String variable, DataSource pool) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(OVER_PRIVILEGED)) {
            row.next();
            var excess = row.getString(1);
            connection.rollback();
            if (excess != null) {
                throw new StartException("The log-in of " + variable + " " + excess
                        + ": row level security would not bind it. Use app_backend and app_jobs");
            }
        } catch (SQLException e) {
            throw new StartException("The database of " + variable + " does not answer", e);
        }
    }
}
