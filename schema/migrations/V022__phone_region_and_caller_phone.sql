-- Where a client's phone numbers belong when they are given without a country code, and the other side's number of a
-- conversation as something that is shown and searched.

alter table public.clients add column phone_region text;
alter table public.clients add constraint clients_phone_region_form check (phone_region ~ '^[A-Z]{2}$');
comment on column public.clients.phone_region is
    'ISO 3166-1 code: phone numbers without a country code are read as people write them there; null: RU for Russian, else US';

-- Settings are for owners and admins, whoever asks the database.
grant update (phone_region, version, updated_at) on public.clients to parley_request;
create policy clients_request_update on public.clients for update to parley_request
    using (id = (select private.client_id()) and (select private.may_administer()))
    with check (id = (select private.client_id()) and (select private.may_administer()));

drop function private.create_client(uuid, text, text);
create function private.create_client(p_id uuid, p_name text, p_default_language text, p_phone_region text) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    insert into public.clients (id, name, default_language, phone_region)
    values (p_id, p_name, p_default_language, p_phone_region)
    on conflict (id) do nothing;
    return found;
end
$$;

revoke all on function private.create_client(uuid, text, text, text) from public;
grant execute on function private.create_client(uuid, text, text, text) to parley_jobs;
grant create on schema private to parley_definer;
alter function private.create_client(uuid, text, text, text) owner to parley_definer;
revoke create on schema private from parley_definer;

-- WhatsApp and SMS numbers were kept only inside the metadata. Rewritten as a change of type, which no row level security
-- hides rows from; WhatsApp's ids are numbers with their country code and without "+".
alter table public.conversations drop column search_text;
alter table public.conversations alter column caller_phone type text using coalesce(
    nullif(caller_phone, ''),
    regexp_replace(metadata_json #>> '{whatsapp,whatsapp_user_id}', '^([1-9][0-9]{6,14})$', '+\1'),
    metadata_json #>> '{sms,sms_user_phone_number}');
alter table public.conversations add column search_text text not null generated always as (
    translate(lower((coalesce(title, '') || ' ' || coalesce(summary, '') || ' ' || elevenlabs_conversation_id || ' '
        || coalesce(caller_phone, '')) collate "und-x-icu"), 'ё', 'е')) stored;

comment on column public.conversations.caller_phone is
    'the other side''s number: who called, was called, or writes by WhatsApp or SMS; E.164 when it has its country code';
comment on column public.conversations.search_text is 'what a search looks in: small letters only, е for ё';
