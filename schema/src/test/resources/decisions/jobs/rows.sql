-- after clients
insert into job_states (client_id, job) values (:client, 'conversations');
