-- What was asked over GraphQL, and who still asks for what is going away.

alter table public.api_logs
    add column user_id uuid,
    add column operation_kind text,
    add column operation_name text,
    add column deprecated_fields text[] not null default '{}',
    add constraint api_logs_operation_kind_known check (operation_kind in ('query', 'mutation', 'subscription'));

comment on column public.api_logs.user_id is 'the person or program behind the request; null before log-in and for our own calls';
comment on column public.api_logs.operation_name is 'the name that the caller gave the operation; null when it has none';
comment on column public.api_logs.deprecated_fields is
    'deprecated fields (Type.field) and arguments (Type.field(argument:)) that the operation names';

-- Few rows are in it: those that stand in the way of removing something.
create index api_logs_deprecated on public.api_logs (client_id, created_at) where deprecated_fields <> '{}';
