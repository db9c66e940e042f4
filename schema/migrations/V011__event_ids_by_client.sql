-- Event ids counted over all clients told each client how much the others do. From here on each client counts its own,
-- behind the same lock, from where its feed stands.

create table private.event_positions (
    client_id uuid   not null,
    last_id   bigint not null,
    constraint event_positions_pk primary key (client_id),
    constraint event_positions_client_fk foreign key (client_id) references public.clients (id)
);

alter table private.event_positions enable row level security;
alter table private.event_positions force row level security;

grant select, insert, update on private.event_positions to parley_request, parley_jobs;
create policy event_positions_request on private.event_positions to parley_request
    using (client_id = (select private.client_id()) and (select private.may_write()))
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy event_positions_jobs on private.event_positions to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));

insert into private.event_positions (client_id, last_id)
select e.client_id, max(e.id) from public.events e group by e.client_id;

create or replace function private.append_event(p_entity text, p_type text, p_entity_id uuid, p_changed_fields text[]) returns bigint
    language plpgsql set search_path = ''
as $$
declare
    v_client uuid := private.client_id();
    v_id     bigint;
begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('parley.events.' || v_client::text, 0));
    insert into private.event_positions as p (client_id, last_id) values (v_client, 1)
    on conflict (client_id) do update set last_id = p.last_id + 1
    returning last_id into v_id;
    insert into public.events (client_id, id, entity, type, entity_id, changed_fields, occurred_at)
    values (v_client, v_id, p_entity, p_type, p_entity_id, p_changed_fields, clock_timestamp());
    return v_id;
end
$$;

drop sequence private.event_ids;
