-- What events can be about is a list of names, so that a feature adds its own with one insert. It is checked once for each
-- statement and not by a foreign key: that would lock one row, shared by all clients, in every transaction that writes events.

create table private.event_entities (
    name text not null,
    constraint event_entities_pk primary key (name),
    constraint event_entities_name_plain check (name ~ '^[a-z][a-z0-9_]*$')
);

comment on table private.event_entities is 'what events can be about; a name stays for ever, since events hold it';

insert into private.event_entities (name) values ('lead'), ('conversation'), ('sync_run'), ('alert');

alter table private.event_entities enable row level security;
alter table private.event_entities force row level security;
grant select on private.event_entities to parley_request, parley_jobs;
create policy event_entities_read on private.event_entities for select to parley_request, parley_jobs using (true);

create function private.require_event_entities() returns trigger
    language plpgsql set search_path = ''
as $$
declare
    v_unknown text;
begin
    select a.entity into v_unknown from added a
     where not exists (select from private.event_entities e where e.name = a.entity) limit 1;
    if found then
        raise exception 'events about "%" are not known; a migration adds the name to private.event_entities', v_unknown
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

revoke all on function private.require_event_entities() from public;

create trigger events_entities_known after insert on public.events
    referencing new table as added for each statement execute function private.require_event_entities();

alter table public.events drop constraint events_entity_known;

-- How far a feature has read each client's events. It moves in the transaction that does what follows from them.

create table private.event_consumers (
    client_id uuid   not null,
    consumer  text   not null,
    last_id   bigint not null default 0,
    constraint event_consumers_pk primary key (client_id, consumer),
    constraint event_consumers_client_fk foreign key (client_id) references public.clients (id)
);

comment on column private.event_consumers.last_id is 'the newest event that was dealt with';

alter table private.event_consumers enable row level security;
alter table private.event_consumers force row level security;
grant select, insert, update on private.event_consumers to parley_jobs;
grant select on private.event_consumers to parley_feed;
create policy event_consumers_jobs on private.event_consumers to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
create policy event_consumers_feed on private.event_consumers for select to parley_feed using (true);
