-- after clients
insert into events (client_id, id, entity, type, entity_id, occurred_at)
values (:client, 1, 'lead', 'created', gen_random_uuid(), now());
insert into private.event_positions (client_id, last_id) values (:client, 1);
insert into private.event_consumers (client_id, consumer) values (:client, 'crm');
