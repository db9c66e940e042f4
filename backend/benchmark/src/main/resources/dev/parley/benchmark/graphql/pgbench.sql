begin;
select set_config('parley.client_id', '%1$s', true), set_config('parley.user_id', '%2$s', true), set_config('parley.role', 'owner', true), set_config('role', 'parley_request', true), set_config('statement_timeout', '8000', true), set_config('transaction_read_only', 'on', true);
select id, elevenlabs_conversation_id, agent_id, status, started_at, duration_seconds, language, direction, call_successful, title, summary, sentiment_score, topics, termination_reason, turn_count, created_at, updated_at, client_id from conversations where client_id = '%1$s' order by started_at desc, id desc limit 51;
commit;
