-- owner: core/access
-- Whoever decides on a concern that was opened to their agency may pass it on to another that is to decide in their stead:
-- what was opened to the one is opened to the other, and then the one no longer has it. A sealed subject is passed on by nobody.

grant insert on access_grant to sightline_definer;
create policy definer_opens on access_grant for insert to sightline_definer with check (true);

grant create on schema access to sightline_definer;
set local role sightline_definer;

-- Whether a subject is the viewer's to pass on.
create function access.may_pass_on(the_subject uuid) returns boolean
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select access.may('decide-concern')
    and not exists (select from public.seal s where s.subject = the_subject)
    and the_subject not in (select x.x from access.sealed_from_me() x(x))
    and exists (select from public.access_grant g
                where g.subject = the_subject and g.grantee = access.viewer_agency() and g.grantee_kind = 'agency'
                  and g.source_kind = 'concern' and g.valid_during @> access.moment());
end;

-- Opens to another agency, in the same categories, what is opened to the viewer's. Those of its people who may be named there
-- are outside it from the start. What is the other agency's own needs no opening.
create function access.open_in_turn(the_subject uuid, the_agency uuid, the_outside uuid[]) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  insert into public.exclusion (subject, owner_agency, user_id, reason, excluded_by, excluded_at)
  select s.id, s.owner_agency, u.id, 'may-be-named', access.viewer(), access.moment()
  from public.subject s join public.user_account u on u.agency_id = the_agency and u.id = any(the_outside)
  where s.id = the_subject and access.may_pass_on(the_subject)
  on conflict do nothing;
  insert into public.access_grant (id, owner_agency, subject, category, grantee, grantee_kind, valid_during,
                                   source_kind, source, granted_by)
  select gen_random_uuid(), g.owner_agency, g.subject, g.category, the_agency, 'agency',
    tstzrange(access.moment(), null), g.source_kind, g.source, access.viewer()
  from public.access_grant g join public.agency a on a.id = the_agency and a.closed_at is null
  where g.subject = the_subject and g.grantee = access.viewer_agency() and g.grantee_kind = 'agency'
    and g.source_kind = 'concern' and g.valid_during @> access.moment()
    and g.owner_agency <> the_agency and access.may_pass_on(the_subject)
    and not exists (select from public.access_grant h
                    where h.subject = g.subject and h.category = g.category and h.grantee = the_agency
                      and h.valid_during @> access.moment());
end;

-- The viewer's agency no longer has it. What it wrote itself stays its own.
create function access.let_go(the_subject uuid) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  update public.access_grant g set valid_during = tstzrange(lower(g.valid_during),
    greatest(access.moment(), lower(g.valid_during) + interval '1 microsecond'))
  where g.subject = the_subject and g.grantee = access.viewer_agency() and g.grantee_kind = 'agency'
    and g.source_kind = 'concern' and g.valid_during @> access.moment() and access.may_pass_on(the_subject);
end;

-- Whether the viewer may set something running in an agency, on a subject that they pass on to it.
create function access.may_hand_to(the_subject uuid, the_agency uuid) returns boolean
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select access.may_pass_on(the_subject) and (
    exists (select from public.subject s where s.id = the_subject and s.owner_agency = the_agency)
    or exists (select from public.access_grant g
               where g.subject = the_subject and g.grantee = the_agency and g.grantee_kind = 'agency'
                 and g.valid_during @> access.moment()));
end;

revoke all on function access.may_pass_on(uuid), access.open_in_turn(uuid, uuid, uuid[]), access.let_go(uuid),
  access.may_hand_to(uuid, uuid) from public;
grant execute on function access.may_pass_on(uuid), access.open_in_turn(uuid, uuid, uuid[]), access.let_go(uuid),
  access.may_hand_to(uuid, uuid) to sightline_app;
grant execute on function access.may_hand_to(uuid, uuid) to sightline_owner;
reset role;
revoke create on schema access from sightline_definer;
