-- Each feature brings its own kinds of alerts: names are rows, so that a feature adds its own with one insert.

create table private.alert_kinds (
    name text not null,
    constraint alert_kinds_pk primary key (name),
    constraint alert_kinds_name_plain check (name ~ '^[a-z][a-z0-9_]*$')
);

comment on table private.alert_kinds is 'what alerts can be about; a name stays for ever, since alerts hold it';

insert into private.alert_kinds (name) values ('elevenlabs_unavailable'), ('elevenlabs_refused'), ('sync_stalled');

alter table private.alert_kinds enable row level security;
alter table private.alert_kinds force row level security;

alter table public.alerts drop constraint alerts_kind_known;
alter table public.alerts add constraint alerts_kind_fk foreign key (kind) references private.alert_kinds (name);

-- An alert that is reported again while it is open counts; subscribers are not told of each time.
alter table public.alerts
    add column count        integer not null default 1,
    add column last_seen_at timestamptz,
    add column told_at      timestamptz;

update public.alerts set last_seen_at = opened_at, told_at = opened_at;

alter table public.alerts
    alter column last_seen_at set not null,
    alter column told_at set not null,
    add constraint alerts_count_positive check (count > 0);

comment on column public.alerts.count is 'how often it was reported while open';
comment on column public.alerts.last_seen_at is 'when it was reported last; opened_at is the first time';
comment on column public.alerts.told_at is 'when the newest event was written that said it was reported';
