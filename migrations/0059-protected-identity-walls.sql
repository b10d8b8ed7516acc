-- owner: core/access
-- A protected identity (adoption, a refuge, a protected person) is for named people of its holder only, by the same seal as any
-- other subject (practice B5). What had been opened to someone by name before ends with it; it can be lifted again.

grant delete on seal to sightline_definer;
create policy definer_lifts on seal for delete to sightline_definer using (reason = 'protected-person');

grant create on schema access to sightline_definer;
set local role sightline_definer;

-- Ends what was opened to people by name of a subject of the viewer's own agency that they can see.
create function access.end_named(the_subject uuid) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  update public.access_grant g set valid_during = g.valid_during - tstzrange(access.moment(), null)
  from public.subject s
  where s.id = the_subject and s.owner_agency = access.viewer_agency()
    and s.id not in (select access.sealed_from_me())
    and g.subject = s.id and g.grantee_kind = 'user'
    and upper_inf(g.valid_during) and lower(g.valid_during) < access.moment();
end;
revoke all on function access.end_named(uuid) from public;
grant execute on function access.end_named(uuid) to sightline_app;

-- Lifts the seal of a protected person of the viewer's own agency, by one of those whom it is for.
create function access.lift_protection(the_subject uuid) returns boolean
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  with lifted as (
    delete from public.seal s
    where s.subject = the_subject and s.reason = 'protected-person' and s.owner_agency = access.viewer_agency()
      and s.subject not in (select access.sealed_from_me())
    returning s.subject)
  select exists (select from lifted);
end;
revoke all on function access.lift_protection(uuid) from public;
grant execute on function access.lift_protection(uuid) to sightline_app;

reset role;
revoke create on schema access from sightline_definer;
