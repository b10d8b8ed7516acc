-- owner: core/audit
-- A list shows many at once and leaves one entry, whose detail names them under `shown` (earlier entries under
-- `subjects` or `concerns`). This index reads the details, so that "who has looked" tells of lists too and a list
-- costs one entry, not fifty. What is sealed stays as it was.
-- What is new to it waits in a heap that every reader goes through: a small one keeps readers quick.
create index audit_entry_shown on audit_entry
  using gin ((coalesce(detail -> 'shown', detail -> 'subjects', detail -> 'concerns')))
  with (gin_pending_list_limit = 256)
  where coalesce(detail -> 'shown', detail -> 'subjects', detail -> 'concerns') is not null;

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
  with known as (
    select s.id::text as id, s.owner_agency from public.subject s
    where s.id = any(the_subjects) and s.id not in (select f.f from access.sealed_from_me() f(f)))
  select max(e.at), e.deed, case when access.may('see-who-looked') then u.name end, e.viewer_roles, a.name, count(*)
  from public.audit_entry e
    left join public.user_account u on u.id = e.viewer
    left join public.agency a on a.id = e.viewer_agency
  where coalesce(e.detail -> 'shown', e.detail -> 'subjects', e.detail -> 'concerns') ?| array(select k.id from known k)
    and access.viewer_agency() in (select o.agency from access.own_keys() o)
    and (e.viewer_agency = access.viewer_agency()
         or coalesce(e.detail -> 'shown', e.detail -> 'subjects', e.detail -> 'concerns')
              ?| array(select k.id from known k where k.owner_agency = access.viewer_agency()))
  group by e.viewer, u.name, e.deed, e.viewer_roles, a.name, (e.at at time zone 'Europe/London')::date
  order by max(e.at) desc, e.deed limit most;
end;

grant create on schema audit to sightline_definer;
grant execute on function audit.looks_at(uuid[], int), audit.lists_showing(uuid[], int) to sightline_app, sightline_definer;
alter function audit.looks_at(uuid[], int) owner to sightline_definer;
alter function audit.lists_showing(uuid[], int) owner to sightline_definer;
revoke create on schema audit from sightline_definer;
