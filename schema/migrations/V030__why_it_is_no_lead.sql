-- Why a conversation is no lead, and where that was said. A lead that was taken from it before stays.

create table public.leads_declined (
    client_id       uuid        not null,
    conversation_id uuid        not null,
    reason          text        not null,
    turn            integer,
    created_at      timestamptz not null default now(),
    constraint leads_declined_pk primary key (client_id, conversation_id),
    constraint leads_declined_conversation_fk foreign key (client_id, conversation_id)
        references public.conversations (client_id, id),
    constraint leads_declined_turn_positive check (turn >= 0)
);

create index leads_declined_by_reason on public.leads_declined (client_id, reason, created_at desc, conversation_id);

comment on column public.leads_declined.reason is 'a word of the lead reader, for example complaint; it may learn others';
comment on column public.leads_declined.turn is 'counted from 0; null when it was not said in one turn';

alter table public.leads_declined enable row level security;
alter table public.leads_declined force row level security;
grant select on public.leads_declined to parley_request;
grant select, insert, update, delete on public.leads_declined to parley_jobs;
create policy leads_declined_request on public.leads_declined for select to parley_request
    using (client_id = (select private.client_id()));
create policy leads_declined_jobs on public.leads_declined to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
