-- after clients
with token as (insert into client_members (client_id, user_id, kind, role)
               values (:client, gen_random_uuid(), 'token', 'viewer') returning user_id)
insert into api_tokens (client_id, id, name, start, secret_hash, created_by, created_at, expires_at)
select :client, user_id, 'Token', 'parley_0000', sha256(user_id::text::bytea), gen_random_uuid(), now(), now() + interval '1 day'
  from token;
