-- What was posted to us: stored as it came, answered, and only then worked on (again after a crash).

create table public.inbound_webhooks (
    client_id       uuid        not null,
    id              uuid        not null default gen_random_uuid(),
    source          text        not null,
    type            text        not null,
    dedupe_key      text        not null,
    body            bytea       not null,
    status          text        not null default 'pending',
    attempts        integer     not null default 0,
    next_attempt_at timestamptz,
    last_error      text,
    request_id      text,
    received_at     timestamptz not null,
    processed_at    timestamptz,
    constraint inbound_webhooks_pk primary key (client_id, id),
    constraint inbound_webhooks_client_fk foreign key (client_id) references public.clients (id),
    constraint inbound_webhooks_once unique (client_id, source, dedupe_key),
    constraint inbound_webhooks_status_known check (status in ('pending', 'processed', 'ignored', 'given_up')),
    constraint inbound_webhooks_pending_is_due check ((status = 'pending') = (next_attempt_at is not null))
);

-- Across clients on purpose: the one question asked of it is "what is due anywhere?", by private.due_webhooks.
create index inbound_webhooks_due on public.inbound_webhooks (next_attempt_at) where status = 'pending';

comment on column public.inbound_webhooks.dedupe_key is 'ElevenLabs repeats a delivery unchanged: type, conversation and event time name it';
comment on column public.inbound_webhooks.last_error is 'class and code of the failure, never content';

alter table public.inbound_webhooks enable row level security;
alter table public.inbound_webhooks force row level security;

grant select, insert, update on public.inbound_webhooks to parley_jobs;
grant select on public.inbound_webhooks to parley_definer;

create policy inbound_webhooks_jobs on public.inbound_webhooks to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
create policy inbound_webhooks_definer on public.inbound_webhooks for select to parley_definer using (true);

create function private.due_webhooks(p_now timestamptz, p_limit integer) returns table (client_id uuid, id uuid)
    language sql stable security definer set search_path = ''
begin atomic
    select w.client_id, w.id
      from public.inbound_webhooks w
     where w.status = 'pending' and w.next_attempt_at <= p_now
     order by w.next_attempt_at
     limit p_limit;
end;

revoke all on function private.due_webhooks(timestamptz, integer) from public;
grant execute on function private.due_webhooks(timestamptz, integer) to parley_jobs;

grant create on schema private to parley_definer;
alter function private.due_webhooks(timestamptz, integer) owner to parley_definer;
revoke create on schema private from parley_definer;
