-- after clients
insert into alerts (client_id, kind, code, opened_at) values (:client, 'sync_stalled', 'TIMEOUT', now());
