-- after clients
insert into alerts (client_id, kind, code, opened_at, last_seen_at, told_at)
values (:client, 'sync_stalled', 'TIMEOUT', now(), now(), now());
