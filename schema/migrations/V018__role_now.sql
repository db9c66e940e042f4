-- What is the caller in this client, right now? Asked at the beginning of each transaction of a member, so that what the
-- server remembers of memberships never lets anybody in who is none any more. plpgsql, since it keeps its plan.
create function private.my_role() returns text
    language plpgsql stable security definer set search_path = ''
as $$
begin
    return (select m.role
              from public.client_members m
             where m.client_id = private.client_id() and m.user_id = private.user_id()
               and not exists (select from public.api_tokens t
                                where t.client_id = m.client_id and t.id = m.user_id and t.revoked_at is not null));
end;
$$;

comment on function private.my_role() is 'the role of the caller in the client; null when they are no member of it (any more)';

revoke all on function private.my_role() from public;
grant execute on function private.my_role() to parley_request;
grant create on schema private to parley_definer;
alter function private.my_role() owner to parley_definer;
revoke create on schema private from parley_definer;

-- Policies ask these for every statement. Without a setting of its own the planner puts such a function's expression in the
-- place of the call, which makes it some thirty times faster; names in an SQL body were looked up when it was created, so
-- that the search path does not matter to it.
alter function private.client_id() reset search_path;
alter function private.user_id() reset search_path;
alter function private.may_write() reset search_path;
alter function private.may_administer() reset search_path;
alter function private.may_give(text) reset search_path;
