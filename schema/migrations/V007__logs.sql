-- Who called what (api_logs) and who changed what (audit_log).

create table public.api_logs (
    id               bigint      generated always as identity,
    client_id        uuid,
    service_name     text        not null,
    endpoint         text        not null,
    method           text        not null,
    status_code      integer,
    response_time_ms integer     not null,
    error_message    text,
    request_id       text,
    created_at       timestamptz not null,
    constraint api_logs_pk primary key (created_at, id),
    constraint api_logs_time_positive check (response_time_ms >= 0)
) partition by range (created_at);

create index api_logs_by_client on public.api_logs (client_id, created_at desc);

comment on column public.api_logs.client_id is 'null when the caller was nobody''s, for example before log-in';
comment on column public.api_logs.error_message is 'our code and words, never the caller''s content';

create table parley_partitions.api_logs_default partition of public.api_logs default;

alter table public.api_logs enable row level security;
alter table public.api_logs force row level security;
alter table parley_partitions.api_logs_default enable row level security;
alter table parley_partitions.api_logs_default force row level security;

grant insert on public.api_logs to parley_log;
create policy api_logs_append on public.api_logs for insert to parley_log with check (true);

-- Creates this month's partition and the coming ones. Run by the migrate command: the owner's work, no run-time role may.
create function private.ensure_api_logs_partitions(p_months integer) returns void
    language plpgsql set search_path = ''
as $$
declare
    v_from timestamptz;
    v_name text;
begin
    for i in 0 .. p_months - 1 loop
        v_from := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i)) at time zone 'UTC';
        v_name := 'api_logs_' || to_char(v_from at time zone 'UTC', 'YYYY_MM');
        if to_regclass('parley_partitions.' || v_name) is null then
            begin
                execute format('create table parley_partitions.%I partition of public.api_logs for values from (%L) to (%L)',
                    v_name, v_from, (v_from at time zone 'UTC' + interval '1 month') at time zone 'UTC');
                execute format('alter table parley_partitions.%I enable row level security', v_name);
                execute format('alter table parley_partitions.%I force row level security', v_name);
            exception when check_violation then
                -- Rows of that month already went to the default partition; they stay there until it is pruned.
                raise notice 'partition % skipped: the default partition holds rows of that month', v_name;
            end;
        end if;
    end loop;
end
$$;

revoke all on function private.ensure_api_logs_partitions(integer) from public;

create table public.audit_log (
    client_id      uuid        not null,
    id             bigint      generated always as identity,
    user_id        uuid,
    action         text        not null,
    entity         text        not null,
    entity_id      uuid,
    changed_fields text[]      not null default '{}',
    request_id     text,
    created_at     timestamptz not null default now(),
    constraint audit_log_pk primary key (client_id, id),
    constraint audit_log_client_fk foreign key (client_id) references public.clients (id)
);

comment on column public.audit_log.user_id is 'null when the system did it';

alter table public.audit_log enable row level security;
alter table public.audit_log force row level security;

grant insert on public.audit_log to parley_request, parley_jobs;
create policy audit_log_request on public.audit_log for insert to parley_request
    with check (client_id = (select private.client_id()) and user_id = (select private.user_id()));
create policy audit_log_jobs on public.audit_log for insert to parley_jobs
    with check (client_id = (select private.client_id()));

-- The server refuses a database of another version; this is how it asks.
create function private.schema_version() returns text
    language sql stable security definer set search_path = ''
begin atomic
    select h.version from private.schema_history h where h.success and h.version is not null
     order by h.installed_rank desc limit 1;
end;

grant select on private.schema_history to parley_definer;
revoke all on function private.schema_version() from public;
grant execute on function private.schema_version() to parley_request, parley_jobs;
grant create on schema private to parley_definer;
alter function private.schema_version() owner to parley_definer;
revoke create on schema private from parley_definer;
