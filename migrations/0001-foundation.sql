-- owner: platform/database
-- Nobody but the owner makes objects here: a role that can create can shadow. (Temporary ones are refused when the
-- database is made: that right belongs to the database, and is not copied with a template.)

create schema access;
create schema audit;
revoke all on schema public from public;
grant usage on schema public to sightline_app, sightline_job, sightline_sealer, sightline_keeper, sightline_gate,
  sightline_definer;
-- Functions are no one's to call until they are granted; operators and casts come from pg_catalog.
alter default privileges revoke execute on functions from public;

-- A backup says which migrations its tables are of.
grant select on migration to sightline_keeper;
