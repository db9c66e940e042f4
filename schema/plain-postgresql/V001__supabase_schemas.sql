-- What Parley uses of Supabase, for a PostgreSQL that is not one: the two schemas that exist there from the start.
-- Runs only where schema "auth" was missing when this database was first migrated.

create schema if not exists extensions;
create schema if not exists auth;

comment on schema auth is 'stand-in: marks a plain PostgreSQL; people live in Supabase Auth or any other issuer of the same tokens';
