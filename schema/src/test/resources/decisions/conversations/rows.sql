-- after clients
insert into agents (client_id, elevenlabs_agent_id, name) values (:client, 'agent_1', 'Agent');
insert into conversations (client_id, elevenlabs_conversation_id, status, started_at, content_hash, observed_at)
values (:client, 'conv_1', 'done', now(), 'h', now());
