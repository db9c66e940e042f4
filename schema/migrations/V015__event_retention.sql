-- Events are kept for a while. Where a client's feed begins is kept beside where it ends, and moves in the transaction that
-- deletes: a reader can always tell whether something before its next event is gone.

alter table private.event_positions add column floor_id bigint not null default 0;
comment on column private.event_positions.floor_id is 'events up to this one are not kept any more';

-- Nodes ask where feeds begin and end; every member of a client may know where its feed stands.
grant select on private.event_positions to parley_feed;
create policy event_positions_feed on private.event_positions for select to parley_feed using (true);
create policy event_positions_request_read on private.event_positions for select to parley_request
    using (client_id = (select private.client_id()));

grant delete on public.events to parley_jobs;
create policy events_jobs_forget on public.events for delete to parley_jobs using (client_id = (select private.client_id()));
