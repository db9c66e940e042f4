-- after conversations
insert into leads (client_id, source_conversation_id) select client_id, id from conversations where client_id = :client;
