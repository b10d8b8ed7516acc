-- owner: core/audit
-- The door (signing in, setting up) and the worker (late clocks) leave entries too, in their own name and in nobody
-- else's: what a transaction says of itself counts for the application's role and the operator's only.
grant usage on schema access, audit to sightline_gate;
grant execute on function access.open(text, text, text, text) to sightline_gate;
set local role sightline_definer;
grant execute on function audit.record(text, uuid, jsonb) to sightline_gate;
reset role;
alter policy add on audit_entry
  with check (session_user not in ('sightline_gate', 'sightline_job') or (viewer_kind = 'service' and viewer is null));
