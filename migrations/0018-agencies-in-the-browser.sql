-- owner: core/access
-- Agencies, teams and who is in them are changed in the browser (decision 0007). Until now only the program said who
-- may; from here on the database says it too.

-- The agency whose administrators make and close agencies and partnerships: the first one that the operator made.
alter table agency add column hosts boolean not null default false;
update agency set hosts = true where id = (select a.id from agency a order by a.created_at, a.id limit 1);
create unique index agency_hosts on agency (hosts) where hosts;
alter table agency add check (not hosts or closed_at is null);

-- What the viewer may do beyond their categories; whoever administers or agrees in the agency that hosts may do so
-- for other agencies. The one place that says it.
create function access.live_deeds() returns table (deed text)
  stable rows 10 security definer set search_path = pg_catalog, public language sql
begin atomic
  select d.deed from access.live_roles() r join public.role_deed d on d.role = r.role
  union
  select case d.deed when 'agree-roles' then 'agree-for-agencies' else 'administer-agencies' end
  from access.live_roles() r
    join public.role_deed d on d.role = r.role and d.deed in ('administer-accounts', 'agree-roles')
    join public.agency a on a.id = r.agency and a.hosts;
end;

-- Whether someone of a team may do a deed: who is to receive concerns has to have someone who can decide on them.
create function access.team_may(the_team uuid, wanted text) returns boolean
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select access.may('administer-accounts') and exists (
    select from public.team t
      join public.team_member m on m.team_id = t.id
      join public.user_account u on u.id = m.user_id and u.agency_id = t.agency_id and u.ended_at is null
      join public.role_grant g on g.user_id = u.id and g.agency_id = u.agency_id and g.ended_at is null
        and (g.agreed_by is not null or g.asked_by is null)
      join public.role_deed d on d.role = g.role and d.deed = wanted
    where t.id = the_team);
end;

grant create on schema access to sightline_definer;
grant execute on function access.live_deeds(), access.team_may(uuid, text) to sightline_app, sightline_definer;
alter function access.live_deeds() owner to sightline_definer;
alter function access.team_may(uuid, text) owner to sightline_definer;

-- The functions that the policies ask, as before, and shut to the staff of an agency that has closed.
set local role sightline_definer;
grant execute on function access.live_deeds(), access.team_may(uuid, text) to sightline_owner;

create or replace function access.viewer_agency() returns uuid
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select u.agency_id from public.user_account u join public.agency a on a.id = u.agency_id and a.closed_at is null
  where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null;
end;

create or replace function access.live_roles() returns table (agency uuid, role text)
  stable rows 3 security definer set search_path = pg_catalog, public language sql
begin atomic
  select g.agency_id, g.role
  from public.role_grant g join public.user_account u on u.id = g.user_id and u.agency_id = g.agency_id
    join public.agency a on a.id = u.agency_id and a.closed_at is null
  where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null
    and g.ended_at is null and (g.agreed_by is not null or g.asked_by is null);
end;

create or replace function access.may(wanted text) returns boolean
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select exists (select from access.live_deeds() d where d.deed = wanted);
end;

create or replace function access.who_am_i() returns jsonb
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select jsonb_build_object(
    'id', u.id, 'name', u.name, 'agencyId', u.agency_id, 'agencyName', a.name,
    'roles', coalesce((select jsonb_agg(r.code order by r.position) from public.role r
                       where r.code in (select l.role from access.live_roles() l)), '[]'),
    'roleTitles', coalesce((select jsonb_agg(r.title order by r.position) from public.role r
                            where r.code in (select l.role from access.live_roles() l)), '[]'),
    'deeds', coalesce((select jsonb_agg(d.deed) from access.live_deeds() d), '[]'),
    'teams', coalesce((select jsonb_agg(m.team_id) from public.team_member m where m.user_id = u.id), '[]'))
  from public.user_account u join public.agency a on a.id = u.agency_id and a.closed_at is null
  where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null;
end;
reset role;
revoke create on schema access from sightline_definer;

-- Names of agencies and teams are for everyone who may read the table at all; changing them is not.
alter table agency enable row level security;
create policy read on agency for select using (true);
create policy add on agency for insert to sightline_app
  with check (access.may('administer-agencies') and not hosts and closed_at is null);
create policy change on agency for update to sightline_app using (access.may('administer-agencies'));
create policy restore on agency for insert to sightline_keeper with check (true);
revoke update on agency from sightline_app;
grant update (name, kind, sensitive, closed_at) on agency to sightline_app;

alter table team enable row level security;
create policy read on team for select using (true);
create policy add on team for insert to sightline_app
  with check (agency_id in (select access.viewer_agency()) and access.may('administer-accounts'));
create policy change on team for update to sightline_app
  using (agency_id in (select access.viewer_agency()) and access.may('administer-accounts'));
create policy restore on team for insert to sightline_keeper with check (true);
revoke update on team from sightline_app;
grant update (name) on team to sightline_app;

-- What is opened to a team reaches whoever is in it, so that nobody puts themselves there (decision 0005).
drop policy change on team_member;
create policy add on team_member for insert to sightline_app
  with check (access.may('administer-accounts') and user_id <> access.viewer()
              and exists (select from team t where t.id = team_id and t.agency_id in (select access.viewer_agency()))
              and exists (select from user_account u
                          where u.id = user_id and u.agency_id in (select access.viewer_agency())));
create policy remove on team_member for delete to sightline_app
  using (access.may('administer-accounts')
         and exists (select from team t where t.id = team_id and t.agency_id in (select access.viewer_agency())));

-- Whoever agrees to a role or ends it does so in their own name, once.
create function access.in_own_name() returns trigger language plpgsql as $$
begin
  if (new.agreed_by is distinct from old.agreed_by
      and (old.agreed_by is not null or new.agreed_by is distinct from access.viewer()))
    or (new.ended_by is distinct from old.ended_by
        and (old.ended_by is not null or new.ended_by is distinct from access.viewer())) then
    raise exception 'a role is agreed to and ended in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger in_own_name before update on role_grant for each row execute function access.in_own_name();
revoke update on role_grant from sightline_app;
grant update (agreed_by, agreed_at, ended_by, ended_at) on role_grant to sightline_app;

-- Nobody of a closed agency gets as far as a session.
grant select (closed_at) on agency to sightline_gate;
