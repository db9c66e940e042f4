-- The queue of rows that background work goes through: webhooks today; documents, deliveries and imports next.

create table public.work_items (
    client_id      uuid        not null,
    id             bigint      generated always as identity,
    queue          text        not null,
    dedupe_key     text,
    order_key      text,
    subject_id     uuid,
    payload        jsonb,
    status         text        not null,
    attempts       integer     not null default 0,
    due_at         timestamptz,
    lease_id       uuid,
    lease_owner    text,
    progress_done  integer,
    progress_total integer,
    error_code     text,
    request_id     text,
    added_at       timestamptz not null,
    finished_at    timestamptz,
    constraint work_items_pk primary key (client_id, id),
    constraint work_items_client_fk foreign key (client_id) references public.clients (id),
    constraint work_items_status_known check (status in ('waiting', 'held', 'running', 'done', 'given_up')),
    constraint work_items_due check ((status in ('waiting', 'running')) = (due_at is not null)),
    constraint work_items_leased check ((status = 'running') = (lease_id is not null and lease_owner is not null)),
    constraint work_items_finished check ((status in ('done', 'given_up')) = (finished_at is not null)),
    constraint work_items_held_by_key check (status <> 'held' or order_key is not null),
    constraint work_items_progress check (progress_done between 0 and progress_total),
    constraint work_items_payload_small check (length(payload::text) <= 10000)
);

comment on table public.work_items is 'what background work has to do; a feature declares a queue and adds items in its own transactions';
comment on column public.work_items.dedupe_key is 'names the piece of work: the same key again is no news for as long as the item is kept';
comment on column public.work_items.order_key is 'items of one key are worked on one after the other, in the order they were added';
comment on column public.work_items.subject_id is 'the row of the feature that the item is about';
comment on column public.work_items.payload is 'ids and numbers that the work needs, never what people said or wrote';
comment on column public.work_items.status is 'held: an earlier item of its order key is not finished; running: under a lease';
comment on column public.work_items.due_at is 'when a worker may take it: the next attempt, or the end of the lease';
comment on column public.work_items.lease_id is 'one for each claim: whoever no longer has it changes nothing';
comment on column public.work_items.lease_owner is 'the server process that works on it';
comment on column public.work_items.error_code is 'class or code of the last failure, never content';

-- By queue first: "who has due work?" jumps from client to client and reads no other row.
create index work_items_due_by_client on public.work_items (queue, client_id, due_at, id) where due_at is not null;
create unique index work_items_once on public.work_items (client_id, queue, dedupe_key) where dedupe_key is not null;
create index work_items_unfinished_by_key on public.work_items (client_id, queue, order_key, id)
    where order_key is not null and finished_at is null;
create index work_items_finished_by_queue on public.work_items (client_id, queue, status, finished_at)
    where finished_at is not null;

alter table public.work_items enable row level security;
alter table public.work_items force row level security;

grant select, insert, update, delete on public.work_items to parley_jobs;
grant select, insert, update on public.work_items to parley_request;
grant select on public.work_items to parley_definer;

create policy work_items_jobs on public.work_items to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
create policy work_items_request_read on public.work_items for select to parley_request
    using (client_id = (select private.client_id()));
create policy work_items_request_add on public.work_items for insert to parley_request
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy work_items_request_change on public.work_items for update to parley_request
    using (client_id = (select private.client_id()) and (select private.may_write()))
    with check (client_id = (select private.client_id()));
create policy work_items_definer on public.work_items for select to parley_definer using (true);

create function private.clients_with_due_work(p_queue text, p_now timestamptz) returns table (client_id uuid)
    language sql stable security definer set search_path = ''
begin atomic
    with recursive each_client as (
        (select w.client_id from public.work_items w
          where w.queue = p_queue and w.due_at is not null
          order by w.client_id limit 1)
        union all
        select (select w.client_id from public.work_items w
                 where w.queue = p_queue and w.due_at is not null and w.client_id > c.client_id
                 order by w.client_id limit 1)
          from each_client c
         where c.client_id is not null
    )
    select c.client_id
      from each_client c
           -- With a limit, or all that is due would be read and joined.
           cross join lateral (select 1 from public.work_items w
                                where w.queue = p_queue and w.client_id = c.client_id and w.due_at <= p_now
                                order by w.due_at limit 1) due
     where c.client_id is not null;
end;

create function private.clients_with_finished_work(p_queue text, p_done_before timestamptz, p_given_up_before timestamptz)
    returns table (client_id uuid)
    language sql stable security definer set search_path = ''
begin atomic
    select c.id
      from public.clients c
     where exists (select from public.work_items w
                    where w.client_id = c.id and w.queue = p_queue and w.status = 'done' and w.finished_at < p_done_before)
        or exists (select from public.work_items w
                    where w.client_id = c.id and w.queue = p_queue and w.status = 'given_up'
                      and w.finished_at < p_given_up_before);
end;

comment on function private.clients_with_due_work(text, timestamptz) is 'clients that have items of the queue to be worked on now';
comment on function private.clients_with_finished_work(text, timestamptz, timestamptz) is
    'clients that have items of the queue that were done, or given up, before a time';

revoke all on function private.clients_with_due_work(text, timestamptz),
    private.clients_with_finished_work(text, timestamptz, timestamptz) from public;
grant execute on function private.clients_with_due_work(text, timestamptz),
    private.clients_with_finished_work(text, timestamptz, timestamptz) to parley_jobs;
grant create on schema private to parley_definer;
alter function private.clients_with_due_work(text, timestamptz) owner to parley_definer;
alter function private.clients_with_finished_work(text, timestamptz, timestamptz) owner to parley_definer;
revoke create on schema private from parley_definer;

-- Webhooks: the row keeps what came and what became of it; attempts and times are the queue's. Servers of the version before
-- may still be running: what they store is queued by a trigger, and what they find is only what they stored themselves. The
-- columns they need (attempts, next_attempt_at, last_error), clients_with_due_webhooks and the trigger go with a later version.
insert into public.work_items (client_id, queue, subject_id, status, attempts, due_at, error_code, request_id, added_at)
select w.client_id, 'webhooks', w.id, 'waiting', w.attempts, w.next_attempt_at, w.last_error, w.request_id, w.received_at
  from public.inbound_webhooks w
 where w.status = 'pending'
 order by w.received_at;

alter table public.inbound_webhooks drop constraint inbound_webhooks_pending_is_due;
drop index public.inbound_webhooks_due;
drop index public.inbound_webhooks_due_by_client;
create index inbound_webhooks_due_by_client on public.inbound_webhooks (client_id, next_attempt_at)
    where status = 'pending' and next_attempt_at is not null;

create function private.queue_webhook() returns trigger
    language plpgsql set search_path = ''
as $$
begin
    insert into public.work_items (client_id, queue, subject_id, status, due_at, request_id, added_at)
    values (new.client_id, 'webhooks', new.id, 'waiting', new.next_attempt_at, new.request_id, new.received_at);
    return null;
end
$$;

revoke all on function private.queue_webhook() from public;

create trigger inbound_webhooks_queued after insert on public.inbound_webhooks
    for each row when (new.next_attempt_at is not null) execute function private.queue_webhook();
