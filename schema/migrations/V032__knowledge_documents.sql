-- The knowledge base: documents, every version of their content, the chunks of the live version with their embeddings.

insert into private.event_entities (name) values ('document');

-- What a client's documents are cut into; another size gives other chunks.
alter table public.clients
    add column chunk_characters integer not null default 1200,
    add column chunk_overlap integer not null default 200,
    add constraint clients_chunk_characters check (chunk_characters between 200 and 4000),
    add constraint clients_chunk_overlap check (chunk_overlap between 0 and chunk_characters / 4);

comment on column public.clients.chunk_characters is 'most characters of a chunk of a document as it is embedded';
comment on column public.clients.chunk_overlap is 'most characters that are repeated where a long paragraph is divided';
grant update (chunk_characters, chunk_overlap) on public.clients to parley_request;

create table public.knowledge_documents (
    client_id          uuid        not null,
    id                 uuid        not null default gen_random_uuid(),
    title              text        not null,
    content            text        not null,
    content_type       text        not null default 'text',
    metadata           jsonb       not null default '{}',
    embedding          extensions.vector(1536),
    category           text,
    review_by          timestamptz,
    language           text,
    source             text        not null,
    file_name          text,
    content_hash       text        not null,
    version            bigint      not null default 1,
    current_number     integer     not null default 1,
    live_number        integer,
    embedding_model    text,
    chunked_with       text,
    processing         text        not null default 'processing',
    failure            text,
    status             text        not null generated always as (
        case when archived_at is not null then 'archived' else processing end) stored,
    archived_at        timestamptz,
    deleted_at         timestamptz,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    search_text        text        not null generated always as (
        translate(lower((title || ' ' || coalesce(category, '') || ' ' || coalesce(file_name, '')) collate "und-x-icu"),
            'ё', 'е')) stored,
    constraint knowledge_documents_pk primary key (client_id, id),
    constraint knowledge_documents_client_fk foreign key (client_id) references public.clients (id),
    constraint knowledge_documents_title_length check (length(title) between 1 and 300),
    constraint knowledge_documents_category_length check (length(category) between 1 and 100),
    constraint knowledge_documents_source_known check (source in ('text', 'file')),
    constraint knowledge_documents_processing_known check (processing in ('processing', 'ready', 'failed')),
    constraint knowledge_documents_failed_why check ((processing = 'failed') = (failure is not null)),
    constraint knowledge_documents_live_known check (live_number <= current_number),
    constraint knowledge_documents_live_embedded check (
        num_nulls(live_number, embedding_model, chunked_with, embedding) in (0, 4)),
    constraint knowledge_documents_ready_is_live check (processing <> 'ready' or live_number is not null)
);

comment on column public.knowledge_documents.content is 'of the newest version, which may not be the live one yet; a file''s is empty until it has been read';
comment on column public.knowledge_documents.content_type is 'text, markdown, html, or the media type of the file';
comment on column public.knowledge_documents.embedding is 'normalised mean of the chunks of the live version, for similar documents';
comment on column public.knowledge_documents.review_by is 'when somebody should look whether it is still true';
comment on column public.knowledge_documents.language is 'ru or en; null when it is neither, or not clear';
comment on column public.knowledge_documents.source is 'text: written here or sent as text; file: uploaded';
comment on column public.knowledge_documents.content_hash is 'SHA-256 of content, or of the file until it has been read; 64 hexadecimal digits';
comment on column public.knowledge_documents.version is 'rises when people change something, never when it is processed';
comment on column public.knowledge_documents.current_number is 'the newest of its knowledge_document_versions';
comment on column public.knowledge_documents.live_number is 'the version that its chunks are of, which is the one that is searched; null: none yet';
comment on column public.knowledge_documents.embedding_model is 'that made the embeddings of its chunks; only those of one model can be compared';
comment on column public.knowledge_documents.chunked_with is 'the settings that its chunks were made with';
comment on column public.knowledge_documents.processing is 'of the newest version; an older one stays live meanwhile, and when it failed';
comment on column public.knowledge_documents.failure is 'why the newest version could not be processed: a code';
comment on column public.knowledge_documents.deleted_at is 'deleted for good 30 days later; until then it can be restored';
comment on column public.knowledge_documents.search_text is 'what a search of the list looks in: small letters only, е for ё';

create index knowledge_documents_by_update on public.knowledge_documents (client_id, updated_at desc, id desc)
    where deleted_at is null;
create index knowledge_documents_by_creation on public.knowledge_documents (client_id, created_at desc, id desc)
    where deleted_at is null;
create index knowledge_documents_by_category on public.knowledge_documents (client_id, category) where category is not null;
create index knowledge_documents_by_content on public.knowledge_documents (client_id, content_hash);
create index knowledge_documents_by_review on public.knowledge_documents (client_id, review_by) where review_by is not null;
create index knowledge_documents_by_deletion on public.knowledge_documents (client_id, deleted_at) where deleted_at is not null;

create table public.knowledge_document_versions (
    client_id         uuid        not null,
    document_id       uuid        not null,
    number            integer     not null,
    content           text        not null,
    content_type      text        not null,
    content_hash      text        not null,
    text              text,
    language          text,
    restored_from     integer,
    created_by        uuid,
    created_by_email  text,
    created_at        timestamptz not null default now(),
    constraint knowledge_document_versions_pk primary key (client_id, document_id, number),
    constraint knowledge_document_versions_document_fk foreign key (client_id, document_id)
        references public.knowledge_documents (client_id, id) on delete cascade,
    constraint knowledge_document_versions_number check (number >= 1)
);

comment on table public.knowledge_document_versions is 'each content that a document had; written once';
comment on column public.knowledge_document_versions.content is 'as it was given; of a file: its text as Markdown, empty until it has been read';
comment on column public.knowledge_document_versions.text is 'what was read out of content when that is HTML; null otherwise: content itself is the text';
comment on column public.knowledge_document_versions.restored_from is 'the number of the version that it repeats';
comment on column public.knowledge_document_versions.created_by_email is 'as it was then: whoever made it may be gone';

create table public.knowledge_document_tags (
    client_id   uuid not null,
    document_id uuid not null,
    tag         text not null,
    constraint knowledge_document_tags_pk primary key (client_id, document_id, tag),
    constraint knowledge_document_tags_document_fk foreign key (client_id, document_id)
        references public.knowledge_documents (client_id, id) on delete cascade,
    constraint knowledge_document_tags_length check (length(tag) between 1 and 50)
);

-- A filter by an array would not use its index under row level security.
comment on table public.knowledge_document_tags is 'tags of documents, a row for each';

create index knowledge_document_tags_by_tag on public.knowledge_document_tags (client_id, tag, document_id);

create table public.knowledge_document_files (
    client_id   uuid    not null,
    document_id uuid    not null,
    name        text    not null,
    bytes       bytea   not null,
    constraint knowledge_document_files_pk primary key (client_id, document_id),
    constraint knowledge_document_files_document_fk foreign key (client_id, document_id)
        references public.knowledge_documents (client_id, id) on delete cascade
);

comment on table public.knowledge_document_files is 'files as they were uploaded, for reading them again; kept as long as the document';
-- Read in pieces, which compressed values do not allow; most files are compressed by themselves.
alter table public.knowledge_document_files alter column bytes set storage external;

-- What a chunk's search vector holds. In a function of its own, since generated columns take immutable ones only.
create function private.chunk_search_vector(p_heading_path text[], p_text text) returns tsvector
    language sql immutable set search_path = ''
begin atomic
    select setweight(to_tsvector('pg_catalog.russian'::regconfig,
                   translate(lower(array_to_string(p_heading_path, ' ') collate "und-x-icu"), 'ё', 'е')), 'A')
        || to_tsvector('pg_catalog.russian'::regconfig, translate(lower(p_text collate "und-x-icu"), 'ё', 'е'));
end;

comment on function private.chunk_search_vector(text[], text) is 'words of headings, with weight A, and of the text; Russian and English';

create table public.knowledge_chunks (
    client_id      uuid    not null,
    document_id    uuid    not null,
    position       integer not null,
    version_number integer not null,
    place_start    integer not null,
    place_end      integer not null,
    heading_path   text[]  not null,
    lead_length    integer not null default 0,
    text           text    not null,
    content_hash   text    not null,
    embedding      extensions.halfvec(1536) not null,
    search_vector  tsvector not null generated always as (private.chunk_search_vector(heading_path, text)) stored,
    constraint knowledge_chunks_pk primary key (client_id, document_id, position),
    constraint knowledge_chunks_version_fk foreign key (client_id, document_id, version_number)
        references public.knowledge_document_versions (client_id, document_id, number) on delete cascade,
    constraint knowledge_chunks_place check (0 <= place_start and place_start < place_end),
    constraint knowledge_chunks_lead check (lead_length between 0 and length(text))
);

-- In the row itself: a client's chunks are compared one by one, and fetching each value from elsewhere takes twice as long.
alter table public.knowledge_chunks alter column embedding set storage plain;

comment on table public.knowledge_chunks is 'passages of the live version of each document, and of no other';
comment on column public.knowledge_chunks.position is 'in the document, from 0';
comment on column public.knowledge_chunks.place_start is 'of its own text in the version''s, in UTF-16 code units';
comment on column public.knowledge_chunks.place_end is 'behind its own text';
comment on column public.knowledge_chunks.heading_path is 'the headings above it, the highest first';
comment on column public.knowledge_chunks.lead_length is 'how many UTF-16 code units at the start of text are repeated from before it';
comment on column public.knowledge_chunks.content_hash is 'SHA-256 of what is embedded: headings and text';

create table public.knowledge_embeddings (
    client_id    uuid        not null,
    model        text        not null,
    content_hash text        not null,
    embedding    extensions.halfvec(1536) not null,
    used_at      timestamptz not null default now(),
    constraint knowledge_embeddings_pk primary key (client_id, model, content_hash),
    constraint knowledge_embeddings_client_fk foreign key (client_id) references public.clients (id)
);

comment on table public.knowledge_embeddings is 'embeddings that were paid for, by what was embedded; forgotten when long not used';

create index knowledge_embeddings_by_use on public.knowledge_embeddings (client_id, used_at);

do $$
declare
    t text;
begin
    foreach t in array array['knowledge_documents', 'knowledge_document_versions', 'knowledge_document_tags',
            'knowledge_document_files', 'knowledge_chunks', 'knowledge_embeddings'] loop
        execute format('alter table public.%I enable row level security', t);
        execute format('alter table public.%I force row level security', t);
        execute format('create policy %I on public.%I to parley_jobs using (client_id = (select private.client_id()))'
            || ' with check (client_id = (select private.client_id()))', t || '_jobs', t);
    end loop;
end
$$;

grant select, insert, update on public.knowledge_documents to parley_request;
grant select, update, delete on public.knowledge_documents to parley_jobs;
grant select, insert on public.knowledge_document_versions to parley_request;
grant select, update, delete on public.knowledge_document_versions to parley_jobs;
grant select, insert, delete on public.knowledge_document_tags to parley_request;
grant select, insert, delete on public.knowledge_document_tags to parley_jobs;
grant insert on public.knowledge_document_files to parley_request;
grant select, insert, delete on public.knowledge_document_files to parley_jobs;
grant select on public.knowledge_chunks to parley_request;
grant select, insert, delete on public.knowledge_chunks to parley_jobs;
grant select, insert, update, delete on public.knowledge_embeddings to parley_jobs;

create policy knowledge_documents_request_read on public.knowledge_documents for select to parley_request
    using (client_id = (select private.client_id()));
create policy knowledge_documents_request_make on public.knowledge_documents for insert to parley_request
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy knowledge_documents_request_change on public.knowledge_documents for update to parley_request
    using (client_id = (select private.client_id()) and (select private.may_write()))
    with check (client_id = (select private.client_id()));
create policy knowledge_document_versions_request_read on public.knowledge_document_versions for select to parley_request
    using (client_id = (select private.client_id()));
create policy knowledge_document_versions_request_make on public.knowledge_document_versions for insert to parley_request
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy knowledge_document_tags_request_read on public.knowledge_document_tags for select to parley_request
    using (client_id = (select private.client_id()));
create policy knowledge_document_tags_request_make on public.knowledge_document_tags for insert to parley_request
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy knowledge_document_tags_request_remove on public.knowledge_document_tags for delete to parley_request
    using (client_id = (select private.client_id()) and (select private.may_write()));
create policy knowledge_document_files_request_make on public.knowledge_document_files for insert to parley_request
    with check (client_id = (select private.client_id()) and (select private.may_write()));
create policy knowledge_chunks_request on public.knowledge_chunks for select to parley_request
    using (client_id = (select private.client_id()));

-- Clients with something to be forgotten: only their ids.
create function private.clients_with_old_knowledge(p_deleted_before timestamptz, p_unused_before timestamptz)
    returns table (client_id uuid)
    language sql stable security definer set search_path = ''
begin atomic
    select c.id
      from public.clients c
     where exists (select from public.knowledge_documents d where d.client_id = c.id and d.deleted_at < p_deleted_before)
        or exists (select from public.knowledge_embeddings e where e.client_id = c.id and e.used_at < p_unused_before);
end;

comment on function private.clients_with_old_knowledge(timestamptz, timestamptz) is
    'clients that have documents deleted, or embeddings last used, before a time';

grant select on public.knowledge_documents, public.knowledge_embeddings to parley_definer;
create policy knowledge_documents_definer on public.knowledge_documents for select to parley_definer using (true);
create policy knowledge_embeddings_definer on public.knowledge_embeddings for select to parley_definer using (true);

revoke all on function private.chunk_search_vector(text[], text),
    private.clients_with_old_knowledge(timestamptz, timestamptz) from public;
grant execute on function private.chunk_search_vector(text[], text) to parley_jobs;
grant execute on function private.clients_with_old_knowledge(timestamptz, timestamptz) to parley_jobs;
grant create on schema private to parley_definer;
alter function private.clients_with_old_knowledge(timestamptz, timestamptz) owner to parley_definer;
revoke create on schema private from parley_definer;
