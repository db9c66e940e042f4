-- Every log-in of the cluster may connect to a database, unless its owner says otherwise. Parley's own get the right back by
-- name (V024 of the migrations). At Supabase the database is shared with other services, so it stays as it is there.
do $$
begin
    execute format('revoke connect on database %I from public', current_database());
end
$$;
