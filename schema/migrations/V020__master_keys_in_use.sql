-- A server must not start without the master keys that sealed what is stored: one sealed secret for each of them shows
-- whether they are there. Sealed, they tell nothing to who lacks the key.

drop policy api_credentials_definer on public.api_credentials;
create policy api_credentials_definer on public.api_credentials for select to parley_definer using (true);

create function private.sealed_by_each_key()
    returns table (client_id uuid, kind text, version integer, key_id text, wrapped_key bytea, sealed bytea)
    language sql stable security definer set search_path = ''
begin atomic
    select distinct on (a.key_id) a.client_id, a.kind, a.version, a.key_id, a.wrapped_key, a.sealed
      from public.api_credentials a
     where a.retired_at is null
     order by a.key_id, a.created_at desc;
end;

comment on function private.sealed_by_each_key() is
    'of each master key that secrets in force were sealed with, the newest such secret, of whichever client';

revoke all on function private.sealed_by_each_key() from public;
grant execute on function private.sealed_by_each_key() to parley_jobs;
grant create on schema private to parley_definer;
alter function private.sealed_by_each_key() owner to parley_definer;
revoke create on schema private from parley_definer;
