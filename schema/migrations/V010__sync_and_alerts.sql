-- Conversations arrive by themselves: how far each client's sync has come, what its runs did, and what is wrong now.

alter table public.clients add column sync_interval_seconds integer;
alter table public.clients add constraint clients_sync_interval_range check (sync_interval_seconds between 10 and 86400);
comment on column public.clients.sync_interval_seconds is 'null: the installation''s default';

create table public.sync_cursors (
    client_id     uuid        not null,
    kind          text        not null,
    synced_until  timestamptz,
    lease_owner   text,
    lease_until   timestamptz,
    updated_at    timestamptz not null,
    constraint sync_cursors_pk primary key (client_id, kind),
    constraint sync_cursors_client_fk foreign key (client_id) references public.clients (id),
    constraint sync_cursors_kind_known check (kind in ('conversations')),
    constraint sync_cursors_lease_whole check ((lease_owner is null) = (lease_until is null))
);

comment on column public.sync_cursors.synced_until is 'conversations that began before this have all been seen; the next run begins a while earlier';
comment on column public.sync_cursors.lease_owner is 'the run that may write; one that has lost its lease stops';

create table public.sync_runs (
    client_id     uuid        not null,
    id            uuid        not null default gen_random_uuid(),
    kind          text        not null,
    reason        text        not null,
    status        text        not null,
    node          text        not null,
    listed        integer     not null default 0,
    fetched       integer     not null default 0,
    changed       integer     not null default 0,
    failed        integer     not null default 0,
    error_code    text,
    started_at    timestamptz not null,
    updated_at    timestamptz not null,
    finished_at   timestamptz,
    constraint sync_runs_pk primary key (client_id, id),
    constraint sync_runs_client_fk foreign key (client_id) references public.clients (id),
    constraint sync_runs_kind_known check (kind in ('conversations')),
    constraint sync_runs_reason_known check (reason in ('schedule', 'person')),
    constraint sync_runs_status_known check (status in ('running', 'succeeded', 'failed', 'interrupted')),
    constraint sync_runs_finished check ((status = 'running') = (finished_at is null)),
    constraint sync_runs_counts check (listed >= 0 and fetched >= 0 and changed >= 0 and failed >= 0)
);

create index sync_runs_by_start on public.sync_runs (client_id, started_at desc, id desc);

comment on column public.sync_runs.error_code is 'why it failed: a code, never what the other side said';
comment on column public.sync_runs.failed is 'conversations that could not be stored; they are tried again by the next run';

create table public.alerts (
    client_id   uuid        not null,
    id          uuid        not null default gen_random_uuid(),
    kind        text        not null,
    code        text        not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    constraint alerts_pk primary key (client_id, id),
    constraint alerts_client_fk foreign key (client_id) references public.clients (id),
    constraint alerts_kind_known check (kind in ('elevenlabs_unavailable', 'elevenlabs_refused', 'sync_stalled'))
);

create unique index alerts_open_once on public.alerts (client_id, kind) where closed_at is null;
create index alerts_by_opening on public.alerts (client_id, opened_at desc, id desc);

comment on column public.alerts.code is 'the failure that opened it, for example RATE_LIMITED';

alter table public.sync_cursors enable row level security;
alter table public.sync_cursors force row level security;
alter table public.sync_runs enable row level security;
alter table public.sync_runs force row level security;
alter table public.alerts enable row level security;
alter table public.alerts force row level security;

grant select on public.sync_cursors, public.sync_runs, public.alerts to parley_request;
grant select, insert, update on public.sync_cursors, public.sync_runs, public.alerts to parley_jobs;

create policy sync_cursors_request on public.sync_cursors for select to parley_request
    using (client_id = (select private.client_id()));
create policy sync_cursors_jobs on public.sync_cursors to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
create policy sync_runs_request on public.sync_runs for select to parley_request
    using (client_id = (select private.client_id()));
create policy sync_runs_jobs on public.sync_runs to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
create policy alerts_request on public.alerts for select to parley_request
    using (client_id = (select private.client_id()));
create policy alerts_jobs on public.alerts to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));

-- Events may be about these, too.
alter table public.events drop constraint events_entity_known;
alter table public.events add constraint events_entity_known check (entity in ('lead', 'conversation', 'sync_run', 'alert'));

-- Which credentials a client has, for the scheduler and for people who wonder why nothing is synced; never the secrets.
create function private.has_credential(p_kind text) returns boolean
    language sql stable security definer set search_path = ''
begin atomic
    select exists (select from public.api_credentials a
                    where a.client_id = private.client_id() and a.kind = p_kind and a.retired_at is null);
end;

-- Every client, for the scheduler: one job each.
create function private.clients_to_sync() returns table (client_id uuid, interval_seconds integer)
    language sql stable security definer set search_path = ''
begin atomic
    select c.id, c.sync_interval_seconds from public.clients c order by c.id;
end;

grant select on public.api_credentials to parley_definer;
create policy api_credentials_definer on public.api_credentials for select to parley_definer
    using (client_id = (select private.client_id()));

revoke all on function private.has_credential(text), private.clients_to_sync() from public;
grant execute on function private.has_credential(text) to parley_request, parley_jobs;
grant execute on function private.clients_to_sync() to parley_jobs;
grant create on schema private to parley_definer;
alter function private.has_credential(text) owner to parley_definer;
alter function private.clients_to_sync() owner to parley_definer;
revoke create on schema private from parley_definer;

-- What the sync asks of each page: which of these are known, and how they looked.
create index conversations_unfinished on public.conversations (client_id, started_at) where status not in ('done', 'failed');
