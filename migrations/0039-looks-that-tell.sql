-- owner: core/audit
-- That a designated officer or professional standards looked at a child tells the colleague who is named in a sealed concern
-- that there is one. Their looks stand in the ledger as all do, and in nobody's "who has looked" but their own.

create function audit.would_tell(the_viewer uuid, the_roles text[]) returns boolean stable language sql
  return the_roles && array['designated-officer', 'professional-standards'] and the_viewer is distinct from access.viewer();
grant execute on function audit.would_tell(uuid, text[]) to sightline_app, sightline_definer;

drop policy read on audit_entry;
-- Read by those of the agency whose record was looked at, and by everyone for their own looks.
create policy read on audit_entry for select to sightline_app
  using ((owner_agency in (select o.agency from access.own_keys() o) or viewer = access.viewer())
         and (subject is null or subject not in (select access.sealed_from_me()))
         and not audit.would_tell(viewer, viewer_roles));

grant create on schema audit to sightline_definer;
set local role sightline_definer;
create or replace function audit.looks_at(the_subjects uuid[], most int)
  returns table (at timestamptz, deed text, name text, roles text[], agency text)
  stable rows 50 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select e.at, e.deed, coalesce(u.name, e.viewer_service, e.viewer_kind), e.viewer_roles, a.name
  from public.audit_entry e
    left join public.user_account u on u.id = e.viewer
    left join public.agency a on a.id = e.viewer_agency
  where e.subject = any(the_subjects) and access.viewer_agency() in (e.owner_agency, e.viewer_agency)
    and access.may('see-who-looked')
    and not audit.would_tell(e.viewer, e.viewer_roles)
    and e.subject not in (select s.s from access.sealed_from_me() s(s))
  order by e.id desc limit most;
end;

create or replace function audit.lists_showing(the_subjects uuid[], most int)
  returns table (at timestamptz, deed text, name text, roles text[], agency text, times bigint)
  stable rows 50 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  with me as materialized (
    select access.viewer_agency() as agency, access.may('see-who-looked') as may_name
    where access.viewer_agency() in (select o.agency from access.own_keys() o)),
  known as materialized (
    select s.id::text as id, s.owner_agency = (select m.agency from me m) as own from public.subject s
    where s.id = any(the_subjects) and s.id not in (select f.f from access.sealed_from_me() f(f))),
  lists as (
    select e.viewer, e.viewer_agency, e.viewer_roles, e.deed, max(e.at) as at, count(*) as times
    from public.audit_entry e
      cross join lateral (select string_to_array(translate(
        coalesce(e.detail ->> 'shown', e.detail ->> 'subjects', e.detail ->> 'concerns'), '[]" ', ''), ',') as ids) shown
    where e.subject is null and not audit.would_tell(e.viewer, e.viewer_roles) and shown.ids && array(select k.id from known k)
      and (e.viewer_agency = (select m.agency from me m) or shown.ids && array(select k.id from known k where k.own))
    group by e.viewer, e.viewer_agency, e.viewer_roles, e.deed, (e.at at time zone 'Europe/London')::date
    order by max(e.at) desc, e.deed limit most)
  select l.at, l.deed, case when me.may_name then u.name end, l.viewer_roles, a.name, l.times
  from me cross join lists l
    left join public.user_account u on u.id = l.viewer
    left join public.agency a on a.id = l.viewer_agency
  order by l.at desc, l.deed;
end;
reset role;
revoke create on schema audit from sightline_definer;
