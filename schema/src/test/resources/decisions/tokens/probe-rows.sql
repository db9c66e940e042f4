insert into client_members (client_id, user_id, kind, role) values
    (:client, :spare_token, 'token', 'viewer'), (:other, :spare_token, 'token', 'viewer'),
    (:client, :owners_token, 'token', 'owner'), (:client, :person, 'person', 'viewer');
with member as (insert into client_members (client_id, user_id, kind, role)
                values (:client, gen_random_uuid(), 'token', 'viewer') returning client_id, user_id)
insert into api_tokens (client_id, id, name, start, secret_hash, created_by, created_at, expires_at, revoked_at)
select client_id, user_id, 'Revoked', 'parley_0000', sha256('revoked'), gen_random_uuid(), now(), now() + interval '1 day', now()
  from member;
