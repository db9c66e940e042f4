-- after clients
insert into api_credentials (client_id, kind, version, key_id, wrapped_key, sealed)
values (:client, 'elevenlabs_api_key', 1, 'k', '\x00', '\x00');
