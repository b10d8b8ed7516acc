-- owner: core/audit
-- A list shows many at once and leaves one entry, whose detail names them under `shown` (earlier entries under
-- `subjects` or `concerns`). An index reads the details, so that "who has looked" tells of lists too and a list costs one
-- entry, not fifty. Nothing is stored besides, and what is sealed stays as it was.
-- The expression is one of built-in functions alone, because every entry of the ledger passes by it. What is new to the
-- index waits in a heap that every reader goes through: a small one keeps readers quick.
create index audit_entry_shown on audit_entry using gin
  (string_to_array(translate(coalesce(detail ->> 'shown', detail ->> 'subjects', detail ->> 'concerns'), '[]" ', ''), ','))
  with (gin_pending_list_limit = 256) where subject is null;

set local role sightline_definer;
drop function audit.looks_at(uuid, int);
reset role;

-- Who has looked, by name, for the owner's records lead alone (practice B19). Someone is named under several subjects:
-- their own record and the concerns that they are on. Of what another agency owns, one's own people's looks are told.
create function audit.looks_at(the_subjects uuid[], most int)
  returns table (at timestamptz, deed text, name text, roles text[], agency text)
  stable rows 50 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select e.at, e.deed, coalesce(u.name, e.viewer_service, e.viewer_kind), e.viewer_roles, a.name
  from public.audit_entry e
    left join public.user_account u on u.id = e.viewer
    left join public.agency a on a.id = e.viewer_agency
  where e.subject = any(the_subjects) and access.viewer_agency() in (e.owner_agency, e.viewer_agency)
    and access.may('see-who-looked')
    and e.subject not in (select s.s from access.sealed_from_me() s(s))
  order by e.id desc limit most;
end;

-- To whom lists have shown someone: one line for each person, list and day, newest first. The name of whoever looked
-- is for the records lead; others read the role and the agency.
create function audit.lists_showing(the_subjects uuid[], most int)
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
    where e.subject is null and shown.ids && array(select k.id from known k)
      and (e.viewer_agency = (select m.agency from me m) or shown.ids && array(select k.id from known k where k.own))
    group by e.viewer, e.viewer_agency, e.viewer_roles, e.deed, (e.at at time zone 'Europe/London')::date
    order by max(e.at) desc, e.deed limit most)
  select l.at, l.deed, case when me.may_name then u.name end, l.viewer_roles, a.name, l.times
  from me cross join lists l
    left join public.user_account u on u.id = l.viewer
    left join public.agency a on a.id = l.viewer_agency
  order by l.at desc, l.deed;
end;

grant create on schema audit to sightline_definer;
grant execute on function audit.looks_at(uuid[], int), audit.lists_showing(uuid[], int) to sightline_app, sightline_definer;
alter function audit.looks_at(uuid[], int) owner to sightline_definer;
alter function audit.lists_showing(uuid[], int) owner to sightline_definer;
revoke create on schema audit from sightline_definer;
