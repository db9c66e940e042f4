-- Clients (the tenants), who may work in them, their ElevenLabs agents and the secrets to reach them.

create table public.clients (
    id               uuid        not null default gen_random_uuid(),
    name             text        not null,
    default_language text        not null default 'ru',
    version          bigint      not null default 1,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    constraint clients_pk primary key (id),
    constraint clients_name_length check (length(name) between 1 and 200),
    constraint clients_language_form check (default_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')
);

create table public.client_members (
    client_id  uuid        not null,
    id         uuid        not null default gen_random_uuid(),
    user_id    uuid        not null,
    email      text,
    role       text        not null,
    version    bigint      not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint client_members_pk primary key (client_id, id),
    constraint client_members_client_fk foreign key (client_id) references public.clients (id),
    constraint client_members_once unique (client_id, user_id),
    constraint client_members_role_known check (role in ('owner', 'admin', 'analyst', 'viewer'))
);

create index client_members_by_user on public.client_members (user_id, client_id);

comment on table public.client_members is 'the only source of rights: a token says who, a row here says where and as what';
comment on column public.client_members.user_id is 'the token''s sub (auth.users.id at Supabase)';

create table public.agents (
    client_id           uuid        not null,
    id                  uuid        not null default gen_random_uuid(),
    elevenlabs_agent_id text        not null,
    name                text        not null,
    language            text,
    version             bigint      not null default 1,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    constraint agents_pk primary key (client_id, id),
    constraint agents_client_fk foreign key (client_id) references public.clients (id),
    constraint agents_once unique (client_id, elevenlabs_agent_id)
);

create table public.api_credentials (
    client_id   uuid        not null,
    id          uuid        not null default gen_random_uuid(),
    kind        text        not null,
    version     integer     not null,
    key_id      text        not null,
    wrapped_key bytea       not null,
    sealed      bytea       not null,
    created_at  timestamptz not null default now(),
    retired_at  timestamptz,
    constraint api_credentials_pk primary key (client_id, id),
    constraint api_credentials_client_fk foreign key (client_id) references public.clients (id),
    constraint api_credentials_version unique (client_id, kind, version),
    constraint api_credentials_kind_known check (kind in ('elevenlabs_api_key', 'elevenlabs_webhook_secret'))
);

comment on table public.api_credentials is 'secrets of a client, sealed by the server (AES-256-GCM, data key per row wrapped by a master key); old versions stay until retired';
comment on column public.api_credentials.key_id is 'which master key wrapped the data key';
comment on column public.api_credentials.wrapped_key is 'nonce and ciphertext of the data key';
comment on column public.api_credentials.sealed is 'nonce and ciphertext of the secret; associated data bind it to client, kind and version';

alter table public.clients enable row level security;
alter table public.clients force row level security;
alter table public.client_members enable row level security;
alter table public.client_members force row level security;
alter table public.agents enable row level security;
alter table public.agents force row level security;
alter table public.api_credentials enable row level security;
alter table public.api_credentials force row level security;

grant select on public.clients, public.client_members, public.agents to parley_request;
grant select on public.clients to parley_jobs;
grant select, insert, update on public.client_members, public.agents, public.api_credentials to parley_jobs;
grant select, insert on public.clients to parley_definer;
grant select on public.client_members to parley_definer;

create policy clients_request on public.clients for select to parley_request
    using (id = (select private.client_id()));
create policy clients_jobs on public.clients for select to parley_jobs
    using (id = (select private.client_id()));
create policy clients_definer on public.clients to parley_definer using (true) with check (true);

create policy client_members_request on public.client_members for select to parley_request
    using (client_id = (select private.client_id()));
create policy client_members_jobs on public.client_members to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
create policy client_members_definer on public.client_members for select to parley_definer using (true);

create policy agents_request on public.agents for select to parley_request
    using (client_id = (select private.client_id()));
create policy agents_jobs on public.agents to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));

create policy api_credentials_jobs on public.api_credentials to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));

-- Where may this person work? Asked before a client is chosen, so it looks across clients, but only for the caller.
create function private.my_memberships() returns table (client_id uuid, client_name text, member_id uuid, email text, role text)
    language sql stable security definer set search_path = ''
begin atomic
    select m.client_id, c.name, m.id, m.email, m.role
      from public.client_members m
      join public.clients c on c.id = m.client_id
     where m.user_id = private.user_id()
     order by c.name, c.id;
end;

-- Creates a client unless it is there; how a first start, or an operator's list of clients, brings one in.
create function private.create_client(p_id uuid, p_name text, p_default_language text) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    insert into public.clients (id, name, default_language) values (p_id, p_name, p_default_language)
    on conflict (id) do nothing;
    return found;
end
$$;

create function private.has_clients() returns boolean
    language sql stable security definer set search_path = ''
begin atomic
    select exists (select from public.clients);
end;

revoke all on function private.my_memberships(), private.create_client(uuid, text, text), private.has_clients() from public;
grant execute on function private.my_memberships() to parley_request;
grant execute on function private.create_client(uuid, text, text), private.has_clients() to parley_jobs;

grant create on schema private to parley_definer;
alter function private.my_memberships() owner to parley_definer;
alter function private.create_client(uuid, text, text) owner to parley_definer;
alter function private.has_clients() owner to parley_definer;
revoke create on schema private from parley_definer;
