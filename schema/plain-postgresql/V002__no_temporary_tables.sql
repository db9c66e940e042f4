-- Temporary tables are for whoever may connect, unless the database's owner says otherwise. No run-time log-in needs any. At
-- Supabase the database is shared with other services, so it stays as it is there.
do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end
$$;
