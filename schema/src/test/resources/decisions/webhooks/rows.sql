-- after clients
insert into inbound_webhooks (client_id, source, type, dedupe_key, body, received_at)
values (:client, 'elevenlabs', 'post_call_transcription', 'k', '\x00', now());
