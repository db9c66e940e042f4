-- after clients
with document as (insert into knowledge_documents (client_id, title, content, source, content_hash)
                  values (:client, 'Prices', 'A visit costs 20.', 'text', 'h') returning id),
     version as (insert into knowledge_document_versions (client_id, document_id, number, content, content_type, content_hash)
                 select :client, id, 1, 'A visit costs 20.', 'text', 'h' from document),
     tag as (insert into knowledge_document_tags (client_id, document_id, tag) select :client, id, 'prices' from document),
     file as (insert into knowledge_document_files (client_id, document_id, name, bytes)
              select :client, id, 'prices.txt', '\x00' from document)
insert into knowledge_chunks (client_id, document_id, position, version_number, place_start, place_end, heading_path, text,
       content_hash, embedding)
select :client, id, 0, 1, 0, 17, '{}', 'A visit costs 20.', 'h', array_fill(0.1, array[1536])::extensions.halfvec from document;
insert into knowledge_embeddings (client_id, model, content_hash, embedding)
values (:client, 'offline-1', 'h', array_fill(0.1, array[1536])::extensions.halfvec);
