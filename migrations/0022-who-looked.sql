-- owner: core/audit
-- Who has looked at one subject, by name, for the owner's records lead alone (practice B19): also those of other agencies,
-- whose accounts are otherwise behind the wall. Everyone else sees role and agency.

create function audit.looks_at(the_subject uuid, most int)
  returns table (at timestamptz, deed text, name text, roles text[], agency text)
  stable rows 50 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select e.at, e.deed, coalesce(u.name, e.viewer_service, e.viewer_kind), e.viewer_roles, a.name
  from public.audit_entry e
    left join public.user_account u on u.id = e.viewer
    left join public.agency a on a.id = e.viewer_agency
  where e.subject = the_subject and e.owner_agency = access.viewer_agency()
    and access.may('see-who-looked')
    and the_subject not in (select s.s from access.sealed_from_me() s(s))
  order by e.id desc limit most;
end;
grant create on schema audit to sightline_definer;
grant execute on function audit.looks_at(uuid, int) to sightline_app, sightline_definer;
alter function audit.looks_at(uuid, int) owner to sightline_definer;
revoke create on schema audit from sightline_definer;

-- Several entries of one deed at once: a search shows several people, and each of them was looked at.
create function audit.record_each(the_deed text, the_subjects uuid[], the_detail jsonb) returns void
  volatile security invoker language sql
begin atomic
  select audit.record(the_deed, s, the_detail) from unnest(the_subjects) s;
end;
grant execute on function audit.record_each(text, uuid[], jsonb) to sightline_app;
