-- owner: platform/database
-- Nobody but the owner makes objects here, not even temporary ones: a role that can create can shadow.

create schema access;
create schema audit;
revoke all on schema public from public;
grant usage on schema public to sightline_app, sightline_job, sightline_sealer, sightline_keeper, sightline_gate,
  sightline_definer;
-- Functions are no one's to call until they are granted; operators and casts come from pg_catalog.
alter default privileges revoke execute on functions from public;

do $$ begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;
