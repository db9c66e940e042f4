-- Who may touch the data, before there is any.
--
-- Run-time log-ins (app_backend, app_jobs) own nothing and inherit nothing: each transaction must step into one of the
-- parley_* roles first, so a forgotten context fails with 42501 instead of answering with somebody's rows.
-- Passwords are set by the migrate command from the URLs it is given, never by a migration.

do $$
declare
    wanted text;
begin
    -- Roles belong to the whole cluster; a second database in it finds them there.
    foreach wanted in array array['parley_request', 'parley_jobs', 'parley_feed', 'parley_log', 'parley_definer'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
            execute format('create role %I nologin noinherit', wanted);
        end if;
    end loop;
    foreach wanted in array array['app_backend', 'app_jobs'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
            execute format('create role %I login noinherit', wanted);
        end if;
    end loop;
end
$$;

comment on role parley_request is 'Parley: a person or program asking through the API, inside one client';
comment on role parley_jobs is 'Parley: background work inside one client';
comment on role parley_feed is 'Parley: reads the event feed of all clients, nothing else';
comment on role parley_log is 'Parley: appends to api_logs, reads nothing';
comment on role parley_definer is 'Parley: owns the few functions that look across clients';

grant parley_request to app_backend;
grant parley_jobs, parley_feed, parley_log to app_jobs;
grant parley_definer to current_user;

alter role app_backend set search_path = public, extensions;
alter role app_jobs set search_path = public, extensions;
alter role app_backend set idle_in_transaction_session_timeout = '30s';

create schema if not exists private;
create schema if not exists parley_partitions;

comment on schema private is 'Parley: context, policies'' helpers and functions that look across clients; never exposed by a data API';
comment on schema parley_partitions is 'Parley: partitions; reading one directly would skip the parent''s policies, so nobody has USAGE';

revoke all on schema private, parley_partitions from public;
grant usage on schema private to parley_request, parley_jobs, parley_feed, parley_log, parley_definer;
grant usage on schema public to parley_request, parley_jobs, parley_feed, parley_log, parley_definer;
grant usage on schema extensions to parley_request, parley_jobs, parley_definer;

create extension if not exists vector with schema extensions;

-- Supabase grants new public tables to its API roles by default; Parley's Data API stays closed.
do $$
declare
    api_role text;
begin
    foreach api_role in array array['anon', 'authenticated', 'service_role'] loop
        if exists (select from pg_catalog.pg_roles where rolname = api_role) then
            execute format('alter default privileges in schema public revoke all on tables from %I', api_role);
            execute format('alter default privileges in schema public revoke all on sequences from %I', api_role);
            execute format('alter default privileges in schema public revoke all on functions from %I', api_role);
        end if;
    end loop;
end
$$;
