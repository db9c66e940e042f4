-- A transaction's events at once: a sync stores dozens of conversations together, and each event alone took the client's
-- lock, moved the client's position and checked its rights again.

create function private.append_events(p_entities text[], p_types text[], p_entity_ids uuid[], p_changed_fields text[]) returns void
    language plpgsql set search_path = ''
as $$
declare
    v_client uuid   := private.client_id();
    v_count  bigint := pg_catalog.cardinality(p_entity_ids);
    v_last   bigint;
begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('parley.events.' || v_client::text, 0));
    insert into private.event_positions as p (client_id, last_id) values (v_client, v_count)
    on conflict (client_id) do update set last_id = p.last_id + v_count
    returning last_id into v_last;
    insert into public.events (client_id, id, entity, type, entity_id, changed_fields, occurred_at)
    select v_client, v_last - v_count + c.place, c.entity, c.type, c.id, pg_catalog.string_to_array(c.fields, ','), clock_timestamp()
    from unnest(p_entities, p_types, p_entity_ids, p_changed_fields) with ordinality c(entity, type, id, fields, place);
end
$$;

comment on function private.append_events(text[], text[], uuid[], text[]) is
    'call it last in the transaction: it holds the client''s feed until commit; the names of an event''s changed fields are one text, separated by commas';

revoke all on function private.append_events(text[], text[], uuid[], text[]) from public;
grant execute on function private.append_events(text[], text[], uuid[], text[]) to parley_request, parley_jobs;

-- One way to write the feed, whether for one event or for many.
create or replace function private.append_event(p_entity text, p_type text, p_entity_id uuid, p_changed_fields text[]) returns bigint
    language plpgsql set search_path = ''
as $$
begin
    perform private.append_events(array[p_entity], array[p_type], array[p_entity_id], array[pg_catalog.array_to_string(p_changed_fields, ',')]);
    return (select p.last_id from private.event_positions p where p.client_id = private.client_id());
end
$$;

-- Transcripts are read far more often than written: lz4 unpacks them several times as fast as PostgreSQL's own method.
-- A PostgreSQL that was built without it keeps its own.
do $$
begin
    alter table public.conversations
        alter column transcript_json set compression lz4,
        alter column analysis_json set compression lz4,
        alter column metadata_json set compression lz4;
exception when feature_not_supported then
    raise notice 'this PostgreSQL has no lz4; transcripts are kept as before';
end
$$;
