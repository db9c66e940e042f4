package dev.parley.schema;

import dev.parley.schema.DecisionFiles.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was decided about every relation and function, and where the catalogue differs from it. */
final class Decisions {

    static final List<String> ROLES =
            List.of("parley_request", "parley_jobs", "parley_feed", "parley_log", "parley_definer", "parley_quartz");

    private static final int ACROSS = ROLES.size() + 1;

    private static final String RELATIONS =
            """
            select format('%I.%I', n.nspname, c.relname) as relation, c.relkind, c.relrowsecurity, c.relforcerowsecurity,
                   pg_get_userbyid(c.relowner) as owner, role.name as role,
                   concat(
                       case when has_any_column_privilege(role.name, c.oid, 'select') then 's' end,
                       case when has_any_column_privilege(role.name, c.oid, 'insert') then 'i' end,
                       case when has_any_column_privilege(role.name, c.oid, 'update') then 'u' end,
                       case when has_table_privilege(role.name, c.oid, 'delete') then 'd' end,
                       case when has_table_privilege(role.name, c.oid, 'truncate, trigger')
                              or has_any_column_privilege(role.name, c.oid, 'references') then '!' end) as verbs
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             cross join unnest(?::text[]) as role(name)
             where c.relkind in ('r', 'p', 'v', 'm', 'f')
               and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'extensions')
             order by 1, 6""";

    private static final String FUNCTIONS =
            """
            select format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as named,
                   format('%I.%I(%s)', n.nspname, p.proname,
                       (select string_agg(format_type(t, null), ', ' order by o) from unnest(p.proargtypes) with ordinality a(t, o))) as function,
                   case when p.prosecdef then pg_get_userbyid(p.proowner) else 'caller' end as runs_as,
                   coalesce(p.proconfig::text, '') like '%search_path=%'
                       -- names in a body that is SQL were looked up when it was written
                       or p.prosqlbody is not null and not p.prosecdef as names_fixed,
                   array(select r from unnest(?::text[]) r where r <> pg_get_userbyid(p.proowner)
                       and has_function_privilege(r, p.oid, 'execute')) as callers
              from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'extensions')
             order by 1""";

    private final Map<String, Row> relations = DecisionFiles.OURS.rows("relations.csv", 1);
    private final Map<String, Row> functions = DecisionFiles.OURS.rows("functions.csv", 1);

    /** One line for each thing in the database that nobody has decided on, or that is not as decided. */
    List<String> violations(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        checkRelations(connection, found);
        checkFunctions(connection, found);
        return found;
    }

    /** The verbs a role was given on a relation, for example "su". */
    String verbs(String relation, String role) {
        var row = relations.get(relation);
        return row == null ? "" : verbs(row, role);
    }

    /** Whether the role sees the rows of all clients on purpose. */
    boolean seesAllClients(String relation, String role) {
        var row = relations.get(relation);
        return row != null && List.of(row.cell(ACROSS).split(" ")).contains(role);
    }

    /** Whose relation it is. */
    String feature(String relation) {
        return relations.get(relation).feature();
    }

    private void checkRelations(Connection connection, List<String> found) throws SQLException {
        var unseen = new TreeSet<>(relations.keySet());
        var audience = new ArrayList<>(ROLES);
        audience.addAll(outsiders(connection));
        try (var statement = connection.prepareStatement(RELATIONS)) {
            statement.setArray(1, connection.createArrayOf("text", audience.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    checkRelation(rows, found, unseen);
                }
            }
        }
        unseen.forEach(relation -> found.add(relation + " is decided on but does not exist"));
    }

    private void checkRelation(ResultSet row, List<String> found, Set<String> unseen) throws SQLException {
        var relation = row.getString("relation");
        var role = row.getString("role");
        var key = relations.containsKey(relation) ? relation : relation.replaceFirst("\\.[^.]*$", ".*");
        var decided = relations.get(key);
        unseen.remove(key);
        if (decided == null) {
            if (role.equals(ROLES.getFirst())) {
                found.add(
                        relation + " has no decision: who may read and write it? (decisions/<feature>/relations.csv)");
            }
            return;
        }
        if (!decided.cell(ACROSS).equals("shared")
                && (!row.getBoolean("relrowsecurity") || !row.getBoolean("relforcerowsecurity"))) {
            found.add(relation + " does not enable and force row level security");
        }
        var wanted = ROLES.contains(role) ? verbs(decided, role) : "";
        if (!wanted.equals(row.getString("verbs"))) {
            found.add("%s: %s was given \"%s\", decided is \"%s\""
                    .formatted(relation, role, row.getString("verbs"), wanted));
        }
    }

    private void checkFunctions(Connection connection, List<String> found) throws SQLException {
        var unseen = new TreeSet<>(functions.keySet());
        var audience = new ArrayList<>(ROLES);
        audience.addAll(outsiders(connection));
        try (var statement = connection.prepareStatement(FUNCTIONS)) {
            statement.setArray(1, connection.createArrayOf("text", audience.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    checkFunction(rows, found, unseen);
                }
            }
        }
        unseen.forEach(function -> found.add(function + " is decided on but does not exist"));
    }

    private void checkFunction(ResultSet row, List<String> found, Set<String> unseen) throws SQLException {
        var function = row.getString("function");
        unseen.remove(function);
        var decided = functions.get(function);
        if (decided == null) {
            found.add(function + " has no decision: who may call it? (decisions/<feature>/functions.csv)");
            return;
        }
        var callers = String.join(" ", (String[]) row.getArray("callers").getArray());
        if (!decided.cell(1).equals(row.getString("runs_as"))
                || !decided.cell(2).equals(callers)) {
            found.add("%s runs as %s for \"%s\", decided is %s for \"%s\""
                    .formatted(function, row.getString("runs_as"), callers, decided.cell(1), decided.cell(2)));
        }
        if (!row.getBoolean("names_fixed")) {
            found.add(function + " does not pin its search_path");
        }
    }

    /** Everybody else who could be given something by mistake: PUBLIC through the log-ins, and Supabase's API roles. */
    private static Set<String> outsiders(Connection connection) throws SQLException {
        var roles = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select rolname from pg_roles where rolname in"
                        + " ('app_backend', 'app_jobs', 'anon', 'authenticated', 'service_role', 'pg_monitor')")) {
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
        }
        return roles;
    }

    private static String verbs(Row row, String role) {
        return row.cell(ROLES.indexOf(role) + 1).replace("-", "");
    }
}
