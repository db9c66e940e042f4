-- after clients
insert into api_logs (client_id, service_name, endpoint, method, response_time_ms, created_at, deprecated_fields)
values (:client, 'graphql', '/graphql', 'POST', 1, now(), '{}'),
       (:client, 'graphql', '/graphql', 'POST', 1, now(), '{Lead.old}');
insert into audit_log (client_id, action, entity) values (:client, 'lead.update', 'lead');
