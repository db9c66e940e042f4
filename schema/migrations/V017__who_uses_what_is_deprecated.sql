-- A client's administrators may see who of theirs still uses what is deprecated: those lines of the request log, and of
-- them only what is needed for that.

grant select (client_id, created_at, user_id, operation_kind, operation_name, deprecated_fields) on public.api_logs to parley_request;

create policy api_logs_request_deprecated on public.api_logs for select to parley_request
    using (client_id = (select private.client_id()) and (select private.may_administer()) and deprecated_fields <> '{}');
