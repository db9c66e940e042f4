-- The event feed: written with the change, read by every node for its subscribers.
--
-- Ids grow in commit order within a client: they are drawn behind a transaction-long lock of that client, taken as the
-- transaction's last statement. A reader that has seen id n will never meet a smaller one of that client later.

create sequence private.event_ids;

create table public.events (
    client_id      uuid        not null,
    id             bigint      not null,
    entity         text        not null,
    type           text        not null,
    entity_id      uuid        not null,
    changed_fields text[]      not null default '{}',
    occurred_at    timestamptz not null,
    constraint events_pk primary key (client_id, id),
    constraint events_client_fk foreign key (client_id) references public.clients (id),
    constraint events_entity_known check (entity in ('lead', 'conversation')),
    constraint events_type_known check (type in ('created', 'updated'))
);

comment on table public.events is 'ids and names of changed fields only: never personal data';

alter table public.events enable row level security;
alter table public.events force row level security;

grant select, insert on public.events to parley_request, parley_jobs;
grant select on public.events to parley_feed;
grant usage on sequence private.event_ids to parley_request, parley_jobs;

create policy events_request_read on public.events for select to parley_request
    using (client_id = (select private.client_id()));
create policy events_request_append on public.events for insert to parley_request
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy events_jobs_read on public.events for select to parley_jobs
    using (client_id = (select private.client_id()));
create policy events_jobs_append on public.events for insert to parley_jobs
    with check (client_id = (select private.client_id()));
create policy events_feed on public.events for select to parley_feed using (true);

create function private.append_event(p_entity text, p_type text, p_entity_id uuid, p_changed_fields text[]) returns bigint
    language plpgsql set search_path = ''
as $$
declare
    v_client uuid := private.client_id();
    v_id     bigint;
begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('parley.events.' || v_client::text, 0));
    insert into public.events (client_id, id, entity, type, entity_id, changed_fields, occurred_at)
    values (v_client, nextval('private.event_ids'), p_entity, p_type, p_entity_id, p_changed_fields, clock_timestamp())
    returning id into v_id;
    return v_id;
end
$$;

comment on function private.append_event(text, text, uuid, text[]) is 'call it last in the transaction: it holds the client''s feed until commit';

revoke all on function private.append_event(text, text, uuid, text[]) from public;
grant execute on function private.append_event(text, text, uuid, text[]) to parley_request, parley_jobs;
