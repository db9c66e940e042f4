-- What PostGraphile makes its schema of: views in the shape of the answers, read with the caller's rights, so that
-- policies and indexes are those of the tables.

create schema peer;

create view peer.agents with (security_invoker) as select id, name from public.agents;

create view peer.conversations with (security_invoker) as
select id, elevenlabs_conversation_id, agent_id, upper(replace(status, '-', '_')) as status, started_at,
       to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started_at_text, duration_seconds,
       language, upper(direction) as direction, upper(call_successful) as call_successful, title, summary,
       sentiment_score, topics, turn_count, transcript_json
  from public.conversations;

create view peer.leads with (security_invoker) as
select id, source_conversation_id, name, email, phone, company, lead_quality_score, upper(status) as status
  from public.leads;

comment on view peer.agents is '@primaryKey id';
comment on view peer.conversations is E'@primaryKey id\n@foreignKey (agent_id) references agents (id)|@fieldName agent';
comment on view peer.leads is
    E'@primaryKey id\n@unique source_conversation_id\n@foreignKey (source_conversation_id) references conversations (id)|@foreignSingleFieldName lead|@fieldName conversation';

grant usage on schema peer to parley_request;
grant select on all tables in schema peer to parley_request;
