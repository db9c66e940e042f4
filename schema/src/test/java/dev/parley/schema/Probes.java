package dev.parley.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
    private final UUID spareToken = UUID.randomUUID();
    private final UUID ownersToken = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    private Probes(Connection superuser, TwoClients clients) {
        this.superuser = superuser;
        this.clients = clients;
        this.caller = new Probe.Caller(clients.a(), UUID.randomUUID());
    }

    /** Rows of two clients, members without a token, and the probes that know of them. */
    static Probes create(Connection superuser) throws SQLException {
        var probes = new Probes(superuser, TwoClients.seed(superuser));
        probes.seed();
        probes.ofRoles();
        probes.ofTokens();
        probes.ofLogs();
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
            statement.execute(
                    """
                    insert into client_members (client_id, user_id, kind, role) values
                        ('%1$s', '%3$s', 'token', 'viewer'), ('%2$s', '%3$s', 'token', 'viewer'),
                        ('%1$s', '%4$s', 'token', 'owner'), ('%1$s', '%5$s', 'person', 'viewer')"""
                            .formatted(clients.a(), clients.b(), spareToken, ownersToken, person));
            statement.execute(
                    """
                    with member as (insert into client_members (client_id, user_id, kind, role)
                                    values ('%s', gen_random_uuid(), 'token', 'viewer') returning client_id, user_id)
                    insert into api_tokens (client_id, id, name, start, secret_hash, created_by, created_at, expires_at, revoked_at)
                    select client_id, user_id, 'Revoked', 'parley_0000', sha256('revoked'), gen_random_uuid(), now(),
                           now() + interval '1 day', now() from member"""
                            .formatted(clients.a()));
        }
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
            if (policy.isFor("UPDATE") && !policy.name().equals("api_tokens_request_revoke")) {
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

    private void ofRoles() throws SQLException {
        request(
                "public.events",
                "viewer",
                "makes an event",
                "insert into events (client_id, id, entity, type, entity_id, occurred_at) values ('%s', 2, 'lead', 'created', gen_random_uuid(), now())"
                        .formatted(clients.a()),
                DENIED);
        request(
                "private.event_positions",
                "viewer",
                "begins a feed",
                IsolationIT.copyOfRow(superuser, "private.event_positions", clients.a()),
                DENIED);
        request("public.client_members", "admin", "makes a token's member", member(clients.a(), "token", "admin"), "1");
        request(
                "public.client_members",
                "admin",
                "makes a member of another client",
                member(clients.b(), "token", "viewer"),
                DENIED);
        request(
                "public.client_members",
                "admin",
                "makes a person a member",
                member(clients.a(), "person", "viewer"),
                DENIED);
        request(
                "public.client_members",
                "admin",
                "gives a higher role than their own",
                member(clients.a(), "token", "owner"),
                DENIED);
    }

    private void ofTokens() {
        var relation = "public.api_tokens";
        request(relation, "analyst", "reads tokens", "select count(*) from api_tokens", "0");
        request(relation, "admin", "makes a token", token(clients.a(), spareToken, caller.user(), 365), "1");
        request(
                relation,
                "admin",
                "makes a token of another client",
                token(clients.b(), spareToken, caller.user(), 365),
                DENIED);
        request(
                relation,
                "admin",
                "makes a token in another's name",
                token(clients.a(), spareToken, person, 365),
                DENIED);
        request(
                relation,
                "admin",
                "makes a token that hardly ends",
                token(clients.a(), spareToken, caller.user(), 36_500),
                DENIED);
        request(
                relation,
                "admin",
                "makes a token that is a person",
                token(clients.a(), person, caller.user(), 365),
                DENIED);
        request(
                relation,
                "admin",
                "makes a token above their own role",
                token(clients.a(), ownersToken, caller.user(), 365),
                DENIED);
        request(relation, "analyst", "makes a token", token(clients.a(), spareToken, caller.user(), 365), DENIED);
        request(relation, "admin", "revokes all tokens there are", "update api_tokens set revoked_at = now()", "1");
        request(relation, "analyst", "revokes tokens", "update api_tokens set revoked_at = now()", "0");
        request(
                relation,
                "admin",
                "revokes and gives away",
                "update api_tokens set revoked_at = now(), client_id = '%s'".formatted(clients.b()),
                DENIED);
        request(
                relation,
                "admin",
                "changes a token",
                "update api_tokens set expires_at = now() + interval '99 years'",
                DENIED);
    }

    private void ofLogs() {
        request(
                "public.api_logs",
                "admin",
                "reads what names nothing deprecated",
                "select count(*) from api_logs where deprecated_fields = '{}'",
                "0");
        request("public.api_logs", "analyst", "reads the request log", "select count(*) from api_logs", "0");
        request("public.audit_log", "owner", "audits", audit(clients.a(), caller.user()), "1");
        request("public.audit_log", "owner", "audits in another client", audit(clients.b(), caller.user()), DENIED);
        request("public.audit_log", "owner", "audits in another's name", audit(clients.a(), person), DENIED);
    }

    private void request(String relation, String member, String name, String sql, String expected) {
        add(relation, "parley_request", member, name, sql, expected);
    }

    private void add(String relation, String role, String member, String name, String sql, String expected) {
        all.add(new Probe(relation, role, member, name, sql, expected));
    }

    private String own(String relation, String key) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from %s where %s = '%s'".formatted(relation, key, clients.a()))) {
            row.next();
            return row.getString(1);
        }
    }

    private static String member(UUID client, String kind, String role) {
        return "insert into client_members (client_id, user_id, kind, role) values ('%s', gen_random_uuid(), '%s', '%s')"
                .formatted(client, kind, role);
    }

    private static String token(UUID client, UUID member, UUID maker, int days) {
        return "insert into api_tokens (client_id, id, name, start, secret_hash, created_by, created_at, expires_at)"
                .concat(
                        " values ('%s', '%s', 'Token', 'parley_0000', sha256('x'), '%s', now(), now() + interval '%d days')")
                .formatted(client, member, maker, days);
    }

    private static String audit(UUID client, UUID user) {
        return "insert into audit_log (client_id, user_id, action, entity) values ('%s', '%s', 'lead.update', 'lead')"
                .formatted(client, user);
    }
}
