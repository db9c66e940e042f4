-- What ElevenLabs no longer has is kept here and marked, and a conversation that it does not give is asked for again later.

alter table public.conversations add column deleted_at_source timestamptz;

comment on column public.conversations.deleted_at_source is
    'when ElevenLabs was first seen to have deleted, emptied or redacted it; what was known is kept; null: ElevenLabs has it';
comment on column public.conversations.content_hash is 'SHA-256 of the newest news, so that the same news twice changes nothing';

create table public.sync_failures (
    client_id                  uuid        not null,
    run_id                     uuid        not null,
    elevenlabs_conversation_id text        not null,
    code                       text        not null,
    attempts                   integer     not null,
    failed_at                  timestamptz not null,
    next_attempt_at            timestamptz,
    constraint sync_failures_pk primary key (client_id, run_id, elevenlabs_conversation_id),
    constraint sync_failures_run_fk foreign key (client_id, run_id) references public.sync_runs (client_id, id),
    constraint sync_failures_attempts_positive check (attempts > 0)
);

create unique index sync_failures_waiting on public.sync_failures (client_id, elevenlabs_conversation_id)
    where next_attempt_at is not null;

comment on table public.sync_failures is 'conversations that a run did not get from ElevenLabs, or could not store';
comment on column public.sync_failures.code is 'why: a code, never what the other side said';
comment on column public.sync_failures.attempts is 'how often in a row it has failed, this time included';
comment on column public.sync_failures.next_attempt_at is
    'the first run after this time asks again; null: that was done, whatever came of it, or it is not tried any more';

alter table public.sync_failures enable row level security;
alter table public.sync_failures force row level security;

grant select on public.sync_failures to parley_request;
grant select, insert, update on public.sync_failures to parley_jobs;

create policy sync_failures_request on public.sync_failures for select to parley_request
    using (client_id = (select private.client_id()));
create policy sync_failures_jobs on public.sync_failures to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
