-- after clients
insert into sync_cursors (client_id, kind, updated_at) values (:client, 'conversations', now());
insert into sync_runs (client_id, kind, reason, status, node, started_at, updated_at)
values (:client, 'conversations', 'schedule', 'running', 'n', now(), now());
insert into sync_failures (client_id, run_id, elevenlabs_conversation_id, code, attempts, failed_at)
select client_id, id, 'conv_1', 'UNAVAILABLE', 1, now() from sync_runs where client_id = :client;
