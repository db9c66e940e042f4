-- What runs at its time, for each client or for the installation: who holds it now, and how it last went. Any feature may
-- have such jobs, so their names are free.

create table public.job_states (
    client_id         uuid,
    job               text        not null,
    lease_owner       text,
    lease_since       timestamptz,
    lease_until       timestamptz,
    last_started_at   timestamptz,
    last_finished_at  timestamptz,
    last_outcome      text,
    last_code         text,
    constraint job_states_client_fk foreign key (client_id) references public.clients (id),
    constraint job_states_once unique nulls not distinct (client_id, job),
    constraint job_states_lease_whole check (num_nulls(lease_owner, lease_since, lease_until) in (0, 3)),
    constraint job_states_last_whole check (num_nulls(last_started_at, last_finished_at, last_outcome) in (0, 3)),
    constraint job_states_outcome_known check (last_outcome in ('succeeded', 'failed', 'interrupted', 'skipped'))
);

comment on column public.job_states.client_id is 'null: a job of the installation';
comment on column public.job_states.lease_owner is 'the run that may write; one that has lost its lease stops';
comment on column public.job_states.lease_since is 'when that run began';
comment on column public.job_states.last_outcome is 'of the last run that is over; interrupted: its process ended, or lost its lease';
comment on column public.job_states.last_code is 'why it did not succeed: a code, never what the other side said';

alter table public.job_states enable row level security;
alter table public.job_states force row level security;
grant select on public.job_states to parley_request;
grant select, insert, update on public.job_states to parley_jobs;
create policy job_states_request on public.job_states for select to parley_request
    using (client_id = (select private.client_id()));
-- Without a client it sees the installation's.
create policy job_states_jobs on public.job_states to parley_jobs
    using (client_id is not distinct from (select private.client_id()))
    with check (client_id is not distinct from (select private.client_id()));

-- A lease was part of the place where the sync goes on; that a run may still hold it is forgotten with its node.
alter table public.sync_cursors drop constraint sync_cursors_lease_whole;
alter table public.sync_cursors drop column lease_owner, drop column lease_until;

-- Every client, for jobs that each of them has.
create function private.client_ids() returns setof uuid
    language sql stable security definer set search_path = ''
begin atomic
    select c.id from public.clients c order by c.id;
end;

revoke all on function private.client_ids() from public;
grant execute on function private.client_ids() to parley_jobs;
grant create on schema private to parley_definer;
alter function private.client_ids() owner to parley_definer;
revoke create on schema private from parley_definer;

-- What was scheduled until now names a class that is no more. The servers set their jobs up anew, under another
-- scheduler's name ("parley-jobs"), so that one of the older version that still runs touches nothing of theirs.
delete from quartz.qrtz_fired_triggers where sched_name = 'parley';
delete from quartz.qrtz_simple_triggers where sched_name = 'parley';
delete from quartz.qrtz_triggers where sched_name = 'parley';
delete from quartz.qrtz_job_details where sched_name = 'parley';
delete from quartz.qrtz_scheduler_state where sched_name = 'parley';
delete from quartz.qrtz_locks where sched_name = 'parley';
