insert into knowledge_documents (client_id, id, title, content, source, content_hash) values (:client, :document, 'T', 'C', 'text', 'h');
