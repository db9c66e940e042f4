package dev.parley.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tries everything that a policy is to prevent. No statement reads a column that it changes by, or the policies for reading
 * would help those for writing.
 */
final class Probes {

    private static final String DENIED = "42501";

    private final Connection superuser;
    private final TwoClients clients;
    private final Probe.Caller caller;
    private final List<Probe> all = new ArrayList<>();

    private Probes(Connection superuser, TwoClients clients) {
        this.superuser = superuser;
        this.clients = clients;
        this.caller = new Probe.Caller(clients.a(), UUID.randomUUID());
    }

    /** Rows of two clients, and the probes that know of them. */
    static Probes create(Connection superuser) throws SQLException {
        var probes = new Probes(superuser, TwoClients.seed(superuser));
        probes.seed();
        probes.ofFeatures();
        probes.forEveryPolicy();
        return probes;
    }

    List<Probe> all() {
        return all;
    }

    List<Probe> of(String relation, String role) {
        return all.stream()
                .filter(probe ->
                        probe.relation().equals(relation) && probe.role().equals(role))
                .toList();
    }

    Probe.Caller caller() {
        return caller;
    }

    private void seed() throws SQLException {
        try (var statement = superuser.createStatement()) {
            // One that is given nothing by a grant must be stopped by a policy.
            for (var role : Decisions.ROLES) {
                statement.execute(
                        "grant select, insert, update, delete on all tables in schema public, private to " + role);
            }
        }
        for (var feature : DecisionFiles.OURS.features()) {
            TwoClients.execute(superuser, fill(DecisionFiles.OURS.script(feature, "probe-rows.sql")));
        }
    }

    private void ofFeatures() {
        for (var row : DecisionFiles.OURS.rows("probes.csv", 4).values()) {
            all.add(new Probe(row.cell(0), row.cell(1), row.cell(2), row.cell(3), fill(row.cell(5)), row.cell(4)));
        }
    }

    private String fill(String sql) {
        return clients.fill(sql, Map.of("me", caller.user()));
    }

    /** What holds for all: nothing of another client is read, changed, made or forgotten. */
    private void forEveryPolicy() throws SQLException {
        for (var policy : Policy.all(superuser)) {
            var relation = policy.relation();
            var role = policy.role();
            var key = relation.equals("public.clients") ? "id" : "client_id";
            if (policy.isOpen()) {
                continue;
            }
            if (policy.isFor("SELECT")) {
                add(
                        relation,
                        role,
                        "owner",
                        "reads another client's rows",
                        "select count(*) from %s where %s = '%s'".formatted(relation, key, clients.b()),
                        "0");
            }
            if (policy.isFor("UPDATE")) {
                add(
                        relation,
                        role,
                        "owner",
                        "changes all rows there are",
                        "update %s set %s = '%s'".formatted(relation, key, clients.a()),
                        own(relation, key));
                add(
                        relation,
                        role,
                        "owner",
                        "gives rows to another client",
                        "update %s set %s = '%s'".formatted(relation, key, clients.b()),
                        DENIED);
            }
            if (policy.isFor("UPDATE") && role.equals("parley_request")) {
                add(
                        relation,
                        role,
                        "viewer",
                        "changes rows",
                        "update %s set %s = '%s'".formatted(relation, key, clients.a()),
                        "0");
            }
            if (policy.isFor("INSERT")) {
                add(
                        relation,
                        role,
                        "owner",
                        "makes a row of another client",
                        IsolationIT.copyOfRow(superuser, relation, clients.b()),
                        DENIED);
            }
            if (policy.isFor("INSERT") && role.equals("parley_request")) {
                add(
                        relation,
                        role,
                        "viewer",
                        "makes a row",
                        IsolationIT.copyOfRow(superuser, relation, clients.a()),
                        DENIED);
            }
            if (policy.isFor("DELETE") && !policy.isFor("UPDATE")) {
                add(
                        relation,
                        role,
                        "owner",
                        "deletes all rows there are",
                        "delete from " + relation,
                        own(relation, key));
            }
        }
    }

    /** Unless there is one of this name, which the feature made. */
    private void add(String relation, String role, String member, String name, String sql, String expected) {
        if (of(relation, role).stream().noneMatch(probe -> probe.name().equals(name))) {
            all.add(new Probe(relation, role, member, name, sql, expected));
        }
    }

    private String own(String relation, String key) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from %s where %s = '%s'".formatted(relation, key, clients.a()))) {
            row.next();
            return row.getString(1);
        }
    }
}
