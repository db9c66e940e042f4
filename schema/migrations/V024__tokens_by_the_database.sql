-- What decision 0010 says of tokens holds for whoever speaks SQL with the log-in of the requests, too.

-- A token is that of a member made for it, whose role its maker may give, and ends within a year; the server's clock may
-- differ from this one by a day or two. Members of other clients are not seen here. Who may give no role makes no token.
drop policy api_tokens_request_make on public.api_tokens;
create policy api_tokens_request_make on public.api_tokens for insert to parley_request
    with check (client_id = (select private.client_id()) and created_by = (select private.user_id())
        and expires_at <= now() + interval '367 days'
        and id in (select m.user_id from public.client_members m where m.kind = 'token' and private.may_give(m.role)));

-- A token can be revoked, and then nothing more.
drop policy api_tokens_request_revoke on public.api_tokens;
create policy api_tokens_request_revoke on public.api_tokens for update to parley_request
    using (client_id = (select private.client_id()) and (select private.may_administer()) and revoked_at is null)
    with check (client_id = (select private.client_id()) and revoked_at is not null);

-- A member of another kind has no token, whatever is in the table.
create or replace function private.token_membership(p_secret_hash bytea)
    returns table (token_id uuid, token_name text, expires_at timestamptz, client_id uuid, client_name text, role text)
    language sql stable security definer set search_path = ''
begin atomic
    select t.id, t.name, t.expires_at, t.client_id, c.name, m.role
      from public.api_tokens t
      join public.client_members m on m.client_id = t.client_id and m.user_id = t.id and m.kind = 'token'
      join public.clients c on c.id = t.client_id
     where t.secret_hash = p_secret_hash and t.revoked_at is null;
end;

-- The log-ins may connect by a right of their own, so that it can be taken from everybody else.
do $$
begin
    execute format('grant connect on database %I to app_backend, app_jobs', current_database());
end
$$;
