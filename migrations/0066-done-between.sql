-- owner: core/audit
-- What was looked at and done on one subject between two moments, for whoever parts a child from a wrong record and has to know
-- who may have acted on it (DESIGN 2.5): what is written of the agency's own records, and what its own people did on a concern that
-- another agency raised. Names for the records lead alone (practice B19), and no look that would tell.

grant create on schema audit to sightline_definer;
set local role sightline_definer;
create function audit.done_between(the_subject uuid, since timestamptz, until timestamptz, most int)
  returns table (at timestamptz, deed text, name text, roles text[], agency text)
  stable rows 50 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select e.at, e.deed, case when access.may('see-who-looked') then u.name end, e.viewer_roles,
    coalesce(a.name, e.viewer_service, 'Sightline')
  from public.audit_entry e
    left join public.user_account u on u.id = e.viewer
    left join public.agency a on a.id = e.viewer_agency
  where e.subject = the_subject and e.at between since and until
    and access.viewer_agency() in (e.owner_agency, e.viewer_agency) and access.may('decide-concern')
    and not audit.would_tell(e.viewer, e.viewer_roles)
    and e.subject not in (select s.s from access.sealed_from_me() s(s))
  order by e.id desc limit most;
end;
revoke all on function audit.done_between(uuid, timestamptz, timestamptz, int) from public;
grant execute on function audit.done_between(uuid, timestamptz, timestamptz, int) to sightline_app;
reset role;
revoke create on schema audit from sightline_definer;
