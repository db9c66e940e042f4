-- Raw webhooks hold transcripts and phone numbers, which the conversation holds, too, and api_logs grows with every request:
-- neither is kept for ever.

-- Webhooks: the workers delete what has been dealt with, client by client.
create index inbound_webhooks_done on public.inbound_webhooks (client_id, status, (coalesce(processed_at, received_at)))
    where status <> 'pending';

grant delete on public.inbound_webhooks to parley_jobs;

create function private.clients_with_old_webhooks(p_done_before timestamptz, p_given_up_before timestamptz)
    returns table (client_id uuid)
    language sql stable security definer set search_path = ''
begin atomic
    select c.id
      from public.clients c
     where exists (select from public.inbound_webhooks w
                    where w.client_id = c.id and w.status in ('processed', 'ignored')
                      and coalesce(w.processed_at, w.received_at) < p_done_before)
        or exists (select from public.inbound_webhooks w
                    where w.client_id = c.id and w.status = 'given_up'
                      and coalesce(w.processed_at, w.received_at) < p_given_up_before);
end;

revoke all on function private.clients_with_old_webhooks(timestamptz, timestamptz) from public;
grant execute on function private.clients_with_old_webhooks(timestamptz, timestamptz) to parley_jobs;
grant create on schema private to parley_definer;
alter function private.clients_with_old_webhooks(timestamptz, timestamptz) owner to parley_definer;
revoke create on schema private from parley_definer;

-- The request log: whole partitions, by the owner. A partition that was missing when its rows came is made afterwards, and
-- the rows that the default partition took in meanwhile move to it.
drop function private.ensure_api_logs_partitions(integer);

create function private.ensure_api_logs_partitions(p_months integer, out created integer, out moved bigint)
    language plpgsql set search_path = ''
as $$
declare
    v_from timestamptz;
    v_to   timestamptz;
    v_name text;
    v_rows bigint;
begin
    created := 0;
    moved := 0;
    lock table public.api_logs in share update exclusive mode; -- one at a time; nobody else waits yet
    for v_from in
        select (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i)) at time zone 'UTC'
          from generate_series(0, p_months - 1) i
        union
        select date_trunc('month', d.created_at at time zone 'UTC') at time zone 'UTC' from parley_partitions.api_logs_default d
        order by 1
    loop
        v_to := (v_from at time zone 'UTC' + interval '1 month') at time zone 'UTC';
        v_name := 'api_logs_' || to_char(v_from at time zone 'UTC', 'YYYY_MM');
        continue when to_regclass('parley_partitions.' || v_name) is not null;
        -- The parent, not only the default partition: a row on its way to that would be refused when the lock goes.
        lock table public.api_logs in access exclusive mode;
        execute format('create table parley_partitions.%I (like public.api_logs including defaults including constraints)', v_name);
        execute format('with rows as (delete from parley_partitions.api_logs_default where created_at >= %L and created_at < %L returning *)'
            ' insert into parley_partitions.%I select * from rows', v_from, v_to, v_name);
        get diagnostics v_rows = row_count;
        execute format('alter table public.api_logs attach partition parley_partitions.%I for values from (%L) to (%L)',
            v_name, v_from, v_to);
        execute format('alter table parley_partitions.%I enable row level security', v_name);
        execute format('alter table parley_partitions.%I force row level security', v_name);
        created := created + 1;
        moved := moved + v_rows;
    end loop;
end
$$;

create function private.drop_old_api_logs(p_kept_days integer) returns integer
    language plpgsql set search_path = ''
as $$
declare
    v_before  timestamptz := now() - make_interval(days => p_kept_days);
    v_name    text;
    v_dropped integer     := 0;
begin
    lock table public.api_logs in share update exclusive mode;
    for v_name in
        select c.relname
          from pg_catalog.pg_inherits i
          join pg_catalog.pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'public.api_logs'::regclass and c.relname ~ '^api_logs_[0-9]{4}_[0-9]{2}$'
         order by 1
    loop
        continue when (to_date(right(v_name, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' > v_before;
        execute format('drop table parley_partitions.%I', v_name);
        v_dropped := v_dropped + 1;
    end loop;
    delete from parley_partitions.api_logs_default d where d.created_at < v_before;
    return v_dropped;
end
$$;

comment on function private.ensure_api_logs_partitions(integer) is
    'makes the partitions of this month and the coming ones, and of the months whose rows went to the default partition';
comment on function private.drop_old_api_logs(integer) is 'drops the partitions whose last row is older than so many days';

revoke all on function private.ensure_api_logs_partitions(integer), private.drop_old_api_logs(integer) from public;
