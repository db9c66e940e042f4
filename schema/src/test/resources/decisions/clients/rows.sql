insert into clients (id, name) values (:client, 'Client');
insert into client_members (client_id, user_id, role) values (:client, gen_random_uuid(), 'owner');
