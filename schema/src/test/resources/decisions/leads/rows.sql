-- after conversations
insert into leads (client_id, source_conversation_id) select client_id, id from conversations where client_id = :client;
insert into leads_declined (client_id, conversation_id, reason) select client_id, id, 'complaint' from conversations where client_id = :client;
