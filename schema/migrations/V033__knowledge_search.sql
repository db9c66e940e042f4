-- Search in the knowledge base: the words of each chunk, and all words of a client with what they are compared by.
--
-- A client's chunks are looked at one by one, behind client_id: what a search costs grows with the client's chunks, not with all.
-- The functions work with the caller's rights, so row level security keeps clients apart here as everywhere.

create extension if not exists pg_trgm with schema extensions;

-- PostgreSQL's own configurations drop "not" and "without", and their words cannot be compared one by one.
alter table public.knowledge_chunks drop column search_vector;
drop function private.chunk_search_vector(text[], text);

-- Stemmers without stop words.
create text search dictionary private.russian_stems (template = pg_catalog.snowball, language = russian);
create text search dictionary private.english_stems (template = pg_catalog.snowball, language = english);

create function private.text_words(p_text text) returns text[]
    language sql immutable parallel safe set search_path = ''
begin atomic
    select array(select word
                   from regexp_split_to_table(translate(lower(p_text collate "und-x-icu"), 'ё', 'е'), '[^[:alnum:]]+')
                        with ordinality as part (word, n)
                  where length(word) between 1 and 60
                  order by n);
end;

comment on function private.text_words(text) is 'the words of a text in their order: letters and digits, small letters, е for ё';

-- Snowball takes the -ем of приём and проём for the ending of a verb, and knows nothing of the vowel in окон and сеток.
create function private.word_stem(p_word text) returns text
    language sql immutable parallel safe set search_path = ''
begin atomic
    select case
        when p_word collate "C" ~ '^[0-9]' then p_word
        when p_word collate "C" ~ '^[a-z]' then coalesce((ts_lexize('private.english_stems', p_word))[1], p_word)
        when p_word ~ '(при|про|ъ)ему?$' then rtrim(p_word, 'у')
        else regexp_replace(coalesce((ts_lexize('private.russian_stems', p_word))[1], p_word),
            '([бвгджзклмнпрстфхцчшщ])[ое]([кнцлр])$', '\1\2')
    end;
end;

comment on function private.word_stem(text) is 'what forms of a word, as text_words gives them, have in common';

create function private.word_sound(p_word text) returns text
    language plpgsql immutable parallel safe set search_path = ''
as $$
declare
    sound text := p_word;
    rule text[];
begin
    sound := replace(replace(replace(replace(sound, 'щ', 'sh'), 'ш', 'sh'), 'ч', 'ch'), 'ж', 'zh');
    sound := replace(replace(replace(sound, 'ц', 'ts'), 'ю', 'iu'), 'я', 'ia');
    sound := translate(sound, 'абвгдезийклмнопрстуфхыэüöäéèъь', 'abvgdeziiklmnoprstufhieuoaee');
    foreach rule slice 1 in array array[['sch', 'sh'], ['ck', 'k'], ['ph', 'f'], ['kh', 'h'], ['th', 't'], ['oo', 'u'], ['ee', 'i'],
            ['c(?=[eiy])', 's'], ['c(?!h)', 'k'], ['z', 's'], ['qu?', 'kv'], ['x', 'ks'], ['w', 'v'], ['[yj]', 'i'], ['i(?=[ua])', ''],
            ['(.)\1+', '\1'], ['(?<=...)[aeiou]{1,2}$', '']] loop
        sound := regexp_replace(sound, rule[1], rule[2], 'g');
    end loop;
    return sound;
end;
$$;

comment on function private.word_sound(text) is 'about how it is said, in Latin letters: what REHAU and рехау have in common';

create function private.chunk_words(p_heading_path text[], p_text text) returns tsvector
    language sql immutable parallel safe set search_path = ''
begin atomic
    select coalesce(string_agg(word || ':' || least(n, 16383) || weight, ' '), '')::tsvector
      from (select word, n, 'A' as weight
              from unnest(private.text_words(array_to_string(p_heading_path, ' '))) with ordinality as heading (word, n)
             union all
            select word, n, 'D' from unnest(private.text_words(p_text)) with ordinality as body (word, n)) as said;
end;

comment on function private.chunk_words(text[], text) is 'its words as they are, those of headings with weight A';

create table public.knowledge_chunk_words (
    client_id   uuid     not null,
    document_id uuid     not null,
    position    integer  not null,
    words       tsvector not null,
    constraint knowledge_chunk_words_pk primary key (client_id, document_id, position),
    constraint knowledge_chunk_words_chunk_fk foreign key (client_id, document_id, position)
        references public.knowledge_chunks (client_id, document_id, position) on delete cascade
);

comment on table public.knowledge_chunk_words is 'the words of each chunk; apart from it, since they are read for each search and beside an embedding would lie elsewhere, compressed';
-- Whole in their rows: they are looked into once for each word that is searched.
alter table public.knowledge_chunk_words alter column words set storage external, set (toast_tuple_target = 8160);

create table public.knowledge_words (
    client_id uuid not null,
    word      text collate "C" not null,
    stem      text collate "C" not null,
    sound     text collate "C" not null,
    constraint knowledge_words_pk primary key (client_id, word),
    constraint knowledge_words_client_fk foreign key (client_id) references public.clients (id)
);

comment on table public.knowledge_words is 'each word that occurs in a client''s chunks, once; those that no longer do are removed by a job';

create index knowledge_words_by_stem on public.knowledge_words (client_id, stem);
create index knowledge_words_by_sound on public.knowledge_words (client_id, sound);

create function private.index_chunk_words() returns trigger
    language plpgsql set search_path = ''
as $$
begin
    -- Whoever removes words takes this lock for itself alone.
    perform pg_advisory_xact_lock_shared(hashtext('knowledge_words'), hashtext(client.client_id::text))
       from (select distinct client_id from added) as client;
    insert into public.knowledge_chunk_words (client_id, document_id, position, words)
    select client_id, document_id, position, private.chunk_words(heading_path, text) from added;
    -- In one order everywhere, so that two documents with the same new words do not wait for each other.
    insert into public.knowledge_words (client_id, word, stem, sound)
    select fresh.client_id, fresh.word, private.word_stem(fresh.word), private.word_sound(fresh.word)
      from (select distinct a.client_id, said.word
              from added a, unnest(private.text_words(array_to_string(a.heading_path, ' ') || ' ' || a.text)) as said (word)) fresh
     where not exists (select from public.knowledge_words w where w.client_id = fresh.client_id and w.word = fresh.word)
     order by fresh.client_id, fresh.word collate "C"
        on conflict do nothing;
    return null;
end;
$$;

create trigger knowledge_chunks_words after insert on public.knowledge_chunks
    referencing new table as added for each statement execute function private.index_chunk_words();

-- Each typed word (as text_words gives them, numbered from 1) with the client's words that may be meant, 1 for the same word
-- down to about 0.3 for one that only looks like it; filler words count a fifth. A typo is looked for only where nothing else is found.
create function private.knowledge_words_like(p_words text[])
    returns table (term integer, word text, weight real)
    language sql stable set search_path = ''
begin atomic
    with typed as materialized (
        select n::integer as n, t.word as word, private.word_stem(t.word) as stem, private.word_sound(t.word) as sound,
               case when '{}' in (ts_lexize('pg_catalog.russian_stem', t.word), ts_lexize('pg_catalog.english_stem', t.word))
                      or t.word in ('сколько', 'какой', 'какая', 'какое', 'какие', 'каким', 'подскажите', 'скажите', 'пожалуйста',
                            'здравствуйте', 'алло', 'much', 'many', 'please', 'hi', 'hello', 'um', 'uh', 'guys', 'want', 'get')
                    then 0.2 else 1.0 end as worth
          from unnest(p_words) with ordinality as t (word, n)),
    known as materialized (
        select t.n, w.word, case when w.word = t.word then 1.0 else 0.9 end * t.worth as weight
          from typed t
          join public.knowledge_words w on w.client_id = private.client_id() and w.stem = t.stem
         union all
        select t.n, w.word, 0.8
          from typed t
          join public.knowledge_words w on w.client_id = private.client_id() and w.sound = t.sound
         where (w.word ~ '^[a-z]') <> (t.word ~ '^[a-z]') and length(t.sound) > 2 and t.worth = 1
         union all
        select t.n, longer.word, 0.6 * t.worth
          from typed t
         cross join lateral (
                select w.word
                  from public.knowledge_words w
                 where w.client_id = private.client_id() and w.word >= t.word collate "C" and w.word < (t.word || U&'\FFFF') collate "C"
                   and w.stem <> t.stem
                 order by length(w.word)
                 limit 20) longer
         where length(t.word) > 2 and t.worth = 1),
    lookalike as (
        select t.n, close.word, 0.7 * close.likeness as weight
          from typed t
         cross join lateral (
                select w.word, extensions.similarity(w.sound, t.sound) as likeness
                  from public.knowledge_words w
                 where w.client_id = private.client_id() and length(w.word) between length(t.word) - 3 and length(t.word) + 3
                   and extensions.similarity(w.sound, t.sound) >= case when (w.word ~ '^[a-z]') = (t.word ~ '^[a-z]') then 0.35 else 0.28 end
                 order by 2 desc, w.word
                 limit 3) close
         where length(t.word) > 3 and t.worth = 1 and not exists (select from known k where k.n = t.n))
    select n, word::text, max(weight)::real from (select * from known union all select * from lookalike) as meant group by n, word;
end;

comment on function private.knowledge_words_like(text[]) is 'for each typed word those of the client that may be meant, with a weight of 0 to 1';

create function private.search_knowledge(
        p_terms integer[], p_words text[], p_weights real[],
        p_embedding extensions.halfvec, p_model text,
        p_documents uuid[], p_category text, p_tags text[], p_language text, p_updated_after timestamptz,
        p_limit integer)
    returns table (
        document_id uuid, version_number integer, place_start integer, place_end integer, heading_path text[], passage text,
        score double precision, text_rank integer, text_score double precision,
        vector_rank integer, similarity double precision)
    language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
declare
    v_client uuid := private.client_id();
begin
    return query
    with searched as materialized (
        select d.id, d.embedding_model
          from public.knowledge_documents d
         where d.client_id = v_client and d.live_number is not null and d.archived_at is null and d.deleted_at is null
           and (p_documents is null or d.id = any(p_documents))
           and (p_category is null or d.category = p_category)
           and (p_language is null or d.language = p_language)
           and (p_updated_after is null or d.updated_at > p_updated_after)
           and (p_tags is null or (select count(*) from public.knowledge_document_tags t
                                    where t.client_id = v_client and t.document_id = d.id and t.tag = any(p_tags)) = cardinality(p_tags))),
    near as (
        select c.document_id, c.position, -(c.embedding operator(extensions.<#>) p_embedding) as similarity
          from public.knowledge_chunks c
          join searched s on s.id = c.document_id and s.embedding_model = p_model
         where c.client_id = v_client and p_embedding is not null
         order by 3 desc, 1, 2
         limit 50),
    by_vector as (
        select n.document_id, n.position, n.similarity,
               (row_number() over (order by n.similarity desc, n.document_id, n.position))::integer as rank
          from near n
         where n.similarity > 0.1),
    terms as materialized (
        select t.term, t.weight, string_agg(t.word, ' | ')::tsquery as query
          from unnest(p_terms, p_words, p_weights) as t (term, word, weight)
         group by t.term, t.weight),
    scored as (
        select w.document_id, w.position, t.term, t.weight * ts_rank('{0.4, 0.4, 0.4, 0.7}', w.words, t.query) as strength
          from public.knowledge_chunk_words w
          join searched s on s.id = w.document_id
          join terms t on w.words @@ t.query
         where w.client_id = v_client
        offset 0), -- so that what is sorted below is the numbers, not the words
    said as materialized (
        select document_id, position, term, max(strength) as strength from scored group by document_id, position, term),
    size as materialized (
        select count(*) as chunks
          from public.knowledge_chunk_words w
          join searched s on s.id = w.document_id
         where w.client_id = v_client),
    rarity as materialized (
        select term, ln(1 + ((select chunks from size) - count(*) + 0.5) / (count(*) + 0.5)) as weight from said group by term),
    by_text as (
        select a.document_id, a.position, sum(a.strength * r.weight) as score,
               (row_number() over (order by sum(a.strength * r.weight) desc, a.document_id, a.position))::integer as rank
          from said a join rarity r using (term)
         group by a.document_id, a.position
         order by score desc
         limit 50),
    fused as (
        select document_id, position, coalesce(1.0 / (60 + t.rank), 0) + coalesce(1.0 / (60 + v.rank), 0) as score,
               t.rank as text_rank, t.score as text_score, v.rank as vector_rank, v.similarity
          from by_text t full join by_vector v using (document_id, position)
         order by 3 desc, document_id, position
         limit p_limit)
    select f.document_id, c.version_number, c.place_start, c.place_end, c.heading_path, c.text,
           f.score::double precision, f.text_rank, f.text_score::double precision, f.vector_rank, f.similarity
      from fused f
      join public.knowledge_chunks c on c.client_id = v_client and c.document_id = f.document_id and c.position = f.position
     order by f.score desc, f.document_id, f.position;
end;
$$;

comment on function private.search_knowledge(
        integer[], text[], real[], extensions.halfvec, text, uuid[], text, text[], text, timestamptz, integer) is
    'the best passages of live versions: the 50 best by words and the 50 best by vector, fused by reciprocal rank; all of one moment';

do $$
declare
    t text;
begin
    foreach t in array array['knowledge_chunk_words', 'knowledge_words'] loop
        execute format('alter table public.%I enable row level security', t);
        execute format('alter table public.%I force row level security', t);
        execute format('create policy %I on public.%I to parley_jobs using (client_id = (select private.client_id()))'
            || ' with check (client_id = (select private.client_id()))', t || '_jobs', t);
        execute format('create policy %I on public.%I for select to parley_request using (client_id = (select private.client_id()))',
            t || '_request', t);
    end loop;
end
$$;

grant select on public.knowledge_chunk_words, public.knowledge_words to parley_request;
grant select, insert, delete on public.knowledge_chunk_words, public.knowledge_words to parley_jobs;

revoke all on function private.text_words(text), private.word_stem(text), private.word_sound(text),
    private.chunk_words(text[], text), private.index_chunk_words(), private.knowledge_words_like(text[]),
    private.search_knowledge(
        integer[], text[], real[], extensions.halfvec, text, uuid[], text, text[], text, timestamptz, integer) from public;
grant execute on function private.text_words(text), private.word_stem(text), private.word_sound(text),
    private.chunk_words(text[], text) to parley_jobs;
grant execute on function private.word_stem(text), private.word_sound(text), private.knowledge_words_like(text[]),
    private.search_knowledge(
        integer[], text[], real[], extensions.halfvec, text, uuid[], text, text[], text, timestamptz, integer) to parley_request;
