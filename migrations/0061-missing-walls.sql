-- owner: core/access
-- A child who is missing now is opened by one agency to the others that look for them: from the moment it is opened until the
-- child is found. What ends it ends for everyone at once, whichever of them ends it.

alter table access_grant drop constraint access_grant_source_kind_check;
alter table access_grant add constraint access_grant_source_kind_check check (source_kind in
  ('concern', 'reply', 'agreement', 'team', 'disclosure', 'emergency', 'seal', 'missing-child'));

-- Whoever sits in a control room or at a missing desk needs who is missing and how they are looked for, and no concern.
insert into role (code, title, position, says) values
  ('control-room', 'Control room', 14,
   'Sees who is missing now, says who is on it and what is known since. Control rooms, missing desks and coordinators.');
insert into role_category (role, category, may_write) values
  ('control-room', 'identity', true), ('control-room', 'welfare', true);
insert into role_deed (role, deed) values
  ('duty-worker', 'keep-missing'), ('supervisor', 'keep-missing'), ('allocated-worker', 'keep-missing'),
  ('detective', 'keep-missing'), ('control-room', 'keep-missing');

grant create on schema access to sightline_definer;
set local role sightline_definer;

-- Besides those who receive concerns: those who look for missing children, to leave out whoever may be named on the concern.
create or replace function access.those_who_may(the_agency uuid, the_deed text)
  returns table (user_id uuid, name text, categories text[])
  stable rows 3 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select u.id, u.name, array(
    select distinct c.category::text from public.role_grant own join public.role_category c on c.role = own.role
    where own.user_id = u.id and own.agency_id = the_agency and own.ended_at is null
      and (own.agreed_by is not null or own.asked_by is null) order by 1)
  from public.user_account u join public.agency a on a.id = u.agency_id and a.closed_at is null
  where a.id = the_agency and u.ended_at is null
    and (access.may('record-concern') or access.may('keep-missing'))
    and the_deed in ('hold-allegation', 'supervise', 'decide-concern', 'keep-missing') and exists (
    select from public.role_grant g join public.role_deed d on d.role = g.role and d.deed = the_deed
    where g.user_id = u.id and g.agency_id = the_agency and g.ended_at is null
      and (g.agreed_by is not null or g.asked_by is null))
  order by u.id;
end;

-- On whose list a missing child comes in another agency: the team of which most people look for missing children. No name.
create function access.team_for_missing(the_agency uuid) returns uuid
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select t.id from public.team t
    join public.team_member m on m.team_id = t.id
    join public.user_account u on u.id = m.user_id and u.ended_at is null
  where t.agency_id = the_agency and access.may('keep-missing') and exists (
    select from public.role_grant g join public.role_deed d on d.role = g.role and d.deed = 'keep-missing'
    where g.user_id = u.id and g.ended_at is null and (g.agreed_by is not null or g.asked_by is null))
  group by t.id, t.name order by count(*) desc, t.name, t.id limit 1;
end;

-- Whether a missing child is the viewer's agency's to look for: its own record, or one that was opened to it and still is.
create function access.looks_for(the_subject uuid) returns boolean
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select access.may('keep-missing')
    and the_subject not in (select x.x from access.sealed_from_me() x(x))
    and exists (select from public.subject s where s.id = the_subject and s.kind = 'missing_episode'
      and (s.owner_agency = access.viewer_agency() or exists (
        select from public.access_grant g
        where g.subject = s.id and g.source_kind = 'missing-child' and g.grantee_kind = 'agency'
          and g.grantee = access.viewer_agency() and g.valid_during @> access.moment())));
end;

-- The child is found: nobody but whose record it is sees it from now on. What others said of it stays open to that agency.
create function access.end_missing(the_subject uuid) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  update public.access_grant g set valid_during = tstzrange(lower(g.valid_during),
    greatest(access.moment(), lower(g.valid_during) + interval '1 microsecond'))
  from public.subject s
  where s.id = the_subject and g.source = s.id and g.source_kind = 'missing-child' and g.grantee_kind = 'agency'
    and g.grantee <> s.owner_agency and g.valid_during @> access.moment() and access.looks_for(the_subject);
end;

revoke all on function access.team_for_missing(uuid), access.looks_for(uuid), access.end_missing(uuid) from public;
grant execute on function access.team_for_missing(uuid), access.looks_for(uuid), access.end_missing(uuid) to sightline_app;
grant execute on function access.looks_for(uuid) to sightline_owner;
reset role;
revoke create on schema access from sightline_definer;
