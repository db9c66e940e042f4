-- What agents heard, and the leads in it.
-- Status columns are text with a check, not enums: enum equality is not leakproof, so row level security would keep it
-- from using an index.

create table public.conversations (
    client_id                  uuid             not null,
    id                         uuid             not null default gen_random_uuid(),
    elevenlabs_conversation_id text             not null,
    agent_id                   uuid,
    status                     text             not null,
    started_at                 timestamptz      not null,
    duration_seconds           integer,
    language                   text             not null default 'ru',
    direction                  text,
    caller_phone               text,
    call_successful            text             not null default 'unknown',
    title                      text,
    summary                    text,
    sentiment_score            double precision,
    topics                     text[]           not null default '{}',
    termination_reason         text,
    cost_credits               integer,
    turn_count                 integer          not null default 0,
    transcript_json            jsonb            not null default '[]',
    analysis_json              jsonb            not null default '{}',
    metadata_json              jsonb            not null default '{}',
    content_hash               text             not null,
    observed_at                timestamptz      not null,
    legacy_id                  text,
    version                    bigint           not null default 1,
    created_at                 timestamptz      not null default now(),
    updated_at                 timestamptz      not null default now(),
    constraint conversations_pk primary key (client_id, id),
    constraint conversations_client_fk foreign key (client_id) references public.clients (id),
    constraint conversations_agent_fk foreign key (client_id, agent_id) references public.agents (client_id, id),
    constraint conversations_once unique (client_id, elevenlabs_conversation_id),
    constraint conversations_status_known check (status in ('initiated', 'in-progress', 'processing', 'done', 'failed')),
    constraint conversations_direction_known check (direction in ('inbound', 'outbound')),
    constraint conversations_outcome_known check (call_successful in ('success', 'failure', 'unknown')),
    constraint conversations_sentiment_range check (sentiment_score between -1 and 1),
    constraint conversations_duration_positive check (duration_seconds >= 0)
);

create index conversations_by_start on public.conversations (client_id, started_at desc, id desc);
create index conversations_by_agent on public.conversations (client_id, agent_id);

comment on column public.conversations.transcript_json is 'the turns as ElevenLabs returned them; evidence counts them from 0';
comment on column public.conversations.content_hash is 'SHA-256 of what was stored, so that the same news twice changes nothing';
comment on column public.conversations.observed_at is 'when ElevenLabs said so: older news never overwrites newer';

create table public.leads (
    client_id              uuid        not null,
    id                     uuid        not null default gen_random_uuid(),
    source_conversation_id uuid,
    name                   text,
    email                  text,
    phone                  text,
    company                text,
    status                 text        not null default 'new',
    notes                  text,
    conversation_summary   text,
    extracted_entities     jsonb       not null default '{}',
    lead_quality_score     integer     not null default 0,
    evidence               jsonb       not null default '[]',
    score_signals          jsonb       not null default '[]',
    edited_fields          text[]      not null default '{}',
    legacy_id              text,
    version                bigint      not null default 1,
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now(),
    constraint leads_pk primary key (client_id, id),
    constraint leads_client_fk foreign key (client_id) references public.clients (id),
    constraint leads_conversation_fk foreign key (client_id, source_conversation_id) references public.conversations (client_id, id),
    constraint leads_once_per_conversation unique (client_id, source_conversation_id),
    constraint leads_status_known check (status in ('new', 'contacted', 'qualified', 'converted', 'lost')),
    constraint leads_score_range check (lead_quality_score between 0 and 100),
    constraint leads_phone_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$')
);

create index leads_by_creation on public.leads (client_id, created_at desc, id desc);

comment on column public.leads.edited_fields is 'fields a person has set: extraction leaves them alone';
comment on column public.leads.phone is 'E.164';

alter table public.conversations enable row level security;
alter table public.conversations force row level security;
alter table public.leads enable row level security;
alter table public.leads force row level security;

grant select on public.conversations to parley_request;
grant select, update on public.leads to parley_request;
grant select, insert, update on public.conversations, public.leads to parley_jobs;

create policy conversations_request on public.conversations for select to parley_request
    using (client_id = (select private.client_id()));
create policy conversations_jobs on public.conversations to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));

create policy leads_request_read on public.leads for select to parley_request
    using (client_id = (select private.client_id()));
create policy leads_request_update on public.leads for update to parley_request
    using (client_id = (select private.client_id()) and (select private.may_write()))
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy leads_jobs on public.leads to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
