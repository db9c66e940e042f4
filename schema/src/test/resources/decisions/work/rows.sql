-- after clients
insert into work_items (client_id, queue, status, due_at, added_at) values (:client, 'tests', 'waiting', now(), now());
