-- One client's backlog, or a transaction that holds its feed, must not keep other clients' webhooks waiting: the question
-- is now which clients have work, and each client's work is read in its own context.

create function private.clients_with_due_webhooks(p_now timestamptz) returns table (client_id uuid)
    language sql stable security definer set search_path = ''
begin atomic
    select distinct w.client_id
      from public.inbound_webhooks w
     where w.status = 'pending' and w.next_attempt_at <= p_now;
end;

revoke all on function private.clients_with_due_webhooks(timestamptz) from public;
grant execute on function private.clients_with_due_webhooks(timestamptz) to parley_jobs;
grant create on schema private to parley_definer;
alter function private.clients_with_due_webhooks(timestamptz) owner to parley_definer;
revoke create on schema private from parley_definer;

drop function private.due_webhooks(timestamptz, integer);

create index inbound_webhooks_due_by_client on public.inbound_webhooks (client_id, next_attempt_at) where status = 'pending';
