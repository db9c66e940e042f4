-- Tokens of programs. Behind each stands a member of its own, with its own id and role: whatever holds for members
-- (policies, audit, taking the membership away) holds for tokens, without a second path.

alter table public.client_members add column kind text not null default 'person';
alter table public.client_members add constraint client_members_kind_known check (kind in ('person', 'token'));
comment on column public.client_members.kind is 'who stands behind user_id: a person at the issuer of tokens, or one of api_tokens';

create table public.api_tokens (
    client_id        uuid        not null,
    id               uuid        not null,
    name             text        not null,
    start            text        not null,
    secret_hash      bytea       not null,
    created_by       uuid        not null,
    created_by_email text,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    last_used_at     timestamptz,
    revoked_at       timestamptz,
    constraint api_tokens_pk primary key (client_id, id),
    constraint api_tokens_member_fk foreign key (client_id, id)
        references public.client_members (client_id, user_id) on delete cascade,
    constraint api_tokens_name_length check (length(name) between 1 and 100),
    constraint api_tokens_hash_length check (length(secret_hash) = 32),
    constraint api_tokens_ends check (expires_at > created_at)
);

create index api_tokens_by_creation on public.api_tokens (client_id, created_at desc, id desc);
-- Not unique: 256 random bits do not meet, and a unique error would tell across clients.
create index api_tokens_by_hash on public.api_tokens (secret_hash);

comment on column public.api_tokens.id is 'the user_id of its member';
comment on column public.api_tokens.start is 'how the token begins, so that people can tell which one it is';
comment on column public.api_tokens.secret_hash is 'SHA-256 of the whole token; the token itself is kept nowhere';
comment on column public.api_tokens.created_by_email is 'as it was then: whoever made it may be gone';
comment on column public.api_tokens.last_used_at is 'to the minute or so';

create function private.may_administer() returns boolean
    language sql stable set search_path = ''
    return coalesce(current_setting('parley.role', true), '') in ('owner', 'admin');

-- Nobody hands out more than they have.
create function private.may_give(p_role text) returns boolean
    language sql stable set search_path = ''
    return case coalesce(current_setting('parley.role', true), '')
        when 'owner' then true
        when 'admin' then p_role <> 'owner'
        else false
    end;

comment on function private.may_administer() is 'whether the caller''s role in the client may change settings and members';
comment on function private.may_give(text) is 'whether the caller''s role in the client may make somebody else that';

revoke all on function private.may_administer(), private.may_give(text) from public;
grant execute on function private.may_administer(), private.may_give(text) to parley_request;

alter table public.api_tokens enable row level security;
alter table public.api_tokens force row level security;

-- The hash is for the one function that looks for it.
grant select (client_id, id, name, start, created_by, created_by_email, created_at, expires_at, last_used_at, revoked_at),
    insert, update (revoked_at) on public.api_tokens to parley_request;
grant select (client_id, id, last_used_at), update (last_used_at) on public.api_tokens to parley_jobs;
grant select on public.api_tokens to parley_definer;
grant insert on public.client_members to parley_request;

create policy api_tokens_request_read on public.api_tokens for select to parley_request
    using (client_id = (select private.client_id()) and (select private.may_administer()));
create policy api_tokens_request_make on public.api_tokens for insert to parley_request
    with check (client_id = (select private.client_id()) and (select private.may_administer())
        and created_by = (select private.user_id()));
create policy api_tokens_request_revoke on public.api_tokens for update to parley_request
    using (client_id = (select private.client_id()) and (select private.may_administer()))
    with check (client_id = (select private.client_id()) and (select private.may_administer()));
create policy api_tokens_jobs_read on public.api_tokens for select to parley_jobs
    using (client_id = (select private.client_id()));
create policy api_tokens_jobs_use on public.api_tokens for update to parley_jobs
    using (client_id = (select private.client_id())) with check (client_id = (select private.client_id()));
create policy api_tokens_definer on public.api_tokens for select to parley_definer using (true);

create policy client_members_request_tokens on public.client_members for insert to parley_request
    with check (client_id = (select private.client_id()) and kind = 'token' and private.may_give(role));

-- Whose token is this? Asked before anybody is known, so it looks across clients; only who has the token has its hash.
create function private.token_membership(p_secret_hash bytea)
    returns table (token_id uuid, token_name text, expires_at timestamptz, client_id uuid, client_name text, role text)
    language sql stable security definer set search_path = ''
begin atomic
    select t.id, t.name, t.expires_at, t.client_id, c.name, m.role
      from public.api_tokens t
      join public.client_members m on m.client_id = t.client_id and m.user_id = t.id
      join public.clients c on c.id = t.client_id
     where t.secret_hash = p_secret_hash and t.revoked_at is null;
end;

-- A revoked token is a member nowhere.
create or replace function private.my_memberships() returns table (client_id uuid, client_name text, member_id uuid, email text, role text)
    language sql stable security definer set search_path = ''
begin atomic
    select m.client_id, c.name, m.id, m.email, m.role
      from public.client_members m
      join public.clients c on c.id = m.client_id
     where m.user_id = private.user_id()
       and not exists (select from public.api_tokens t
                        where t.client_id = m.client_id and t.id = m.user_id and t.revoked_at is not null)
     order by c.name, c.id;
end;

revoke all on function private.token_membership(bytea) from public;
grant execute on function private.token_membership(bytea) to parley_request;
grant create on schema private to parley_definer;
alter function private.token_membership(bytea) owner to parley_definer;
revoke create on schema private from parley_definer;
