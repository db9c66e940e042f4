-- The caller of a transaction. The server sets these with one statement at its start, from a verified token and a
-- verified membership; policies read nothing else. After a commit a custom setting is '' rather than null.

create function private.client_id() returns uuid
    language sql stable set search_path = ''
    return nullif(current_setting('parley.client_id', true), '')::uuid;

create function private.user_id() returns uuid
    language sql stable set search_path = ''
    return nullif(current_setting('parley.user_id', true), '')::uuid;

create function private.may_write() returns boolean
    language sql stable set search_path = ''
    return coalesce(current_setting('parley.role', true), '') in ('owner', 'admin', 'analyst');

comment on function private.client_id() is 'the client this transaction works for, or null: then no policy lets a row through';
comment on function private.user_id() is 'the person or program behind this transaction; null for background work';
comment on function private.may_write() is 'whether the caller''s role in the client may change what people edit';

revoke all on function private.client_id(), private.user_id(), private.may_write() from public;
grant execute on function private.client_id(), private.user_id(), private.may_write()
    to parley_request, parley_jobs, parley_feed, parley_log, parley_definer;
