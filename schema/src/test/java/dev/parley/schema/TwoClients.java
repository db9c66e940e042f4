package dev.parley.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Two clients with a row each in every relation. */
record TwoClients(UUID a, UUID b) {

    static TwoClients seed(Connection owner) throws SQLException {
        var clients = new TwoClients(UUID.randomUUID(), UUID.randomUUID());
        for (var client : new UUID[] {clients.a, clients.b}) {
            insert(owner, client, "insert into clients (id, name) values (:client, 'Client')");
            insert(
                    owner,
                    client,
                    "insert into client_members (client_id, user_id, role) values (:client, gen_random_uuid(), 'owner')");
            insert(
                    owner,
                    client,
                    "with token as (insert into client_members (client_id, user_id, kind, role)"
                            + " values (:client, gen_random_uuid(), 'token', 'viewer') returning user_id)"
                            + " insert into api_tokens (client_id, id, name, start, secret_hash, created_by, created_at,"
                            + " expires_at) select :client, user_id, 'Token', 'parley_0000', sha256(user_id::text::bytea),"
                            + " gen_random_uuid(), now(), now() + interval '1 day' from token");
            insert(
                    owner,
                    client,
                    "insert into agents (client_id, elevenlabs_agent_id, name) values (:client, 'agent_1', 'Agent')");
            insert(
                    owner,
                    client,
                    "insert into api_credentials (client_id, kind, version, key_id, wrapped_key, sealed)"
                            + " values (:client, 'elevenlabs_api_key', 1, 'k', '\\x00', '\\x00')");
            insert(
                    owner,
                    client,
                    "insert into conversations (client_id, elevenlabs_conversation_id, status, started_at, content_hash, observed_at)"
                            + " values (:client, 'conv_1', 'done', now(), 'h', now())");
            insert(
                    owner,
                    client,
                    "insert into leads (client_id, source_conversation_id)"
                            + " select client_id, id from conversations where client_id = :client");
            insert(
                    owner,
                    client,
                    "insert into events (client_id, id, entity, type, entity_id, occurred_at)"
                            + " values (:client, 1, 'lead', 'created', gen_random_uuid(), now())");
            insert(
                    owner,
                    client,
                    "insert into inbound_webhooks (client_id, source, type, dedupe_key, body, next_attempt_at, received_at)"
                            + " values (:client, 'elevenlabs', 'post_call_transcription', 'k', '\\x00', now(), now())");
            insert(
                    owner,
                    client,
                    "insert into api_logs (client_id, service_name, endpoint, method, response_time_ms, created_at,"
                            + " deprecated_fields) values (:client, 'graphql', '/graphql', 'POST', 1, now(), '{}'),"
                            + " (:client, 'graphql', '/graphql', 'POST', 1, now(), '{Lead.old}')");
            insert(
                    owner,
                    client,
                    "insert into audit_log (client_id, action, entity) values (:client, 'lead.update', 'lead')");
            insert(
                    owner,
                    client,
                    "insert into sync_cursors (client_id, kind, updated_at) values (:client, 'conversations', now())");
            insert(
                    owner,
                    client,
                    "insert into sync_runs (client_id, kind, reason, status, node, started_at, updated_at)"
                            + " values (:client, 'conversations', 'schedule', 'running', 'n', now(), now())");
            insert(
                    owner,
                    client,
                    "insert into sync_failures (client_id, run_id, elevenlabs_conversation_id, code, attempts, failed_at)"
                            + " select client_id, id, 'conv_1', 'UNAVAILABLE', 1, now() from sync_runs where client_id = :client");
            insert(
                    owner,
                    client,
                    "insert into alerts (client_id, kind, code, opened_at)"
                            + " values (:client, 'sync_stalled', 'TIMEOUT', now())");
            insert(owner, client, "insert into private.event_positions (client_id, last_id) values (:client, 1)");
        }
        return clients;
    }

    private static void insert(Connection owner, UUID client, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.executeUpdate(sql.replace(":client", "'" + client + "'"));
        }
    }
}
