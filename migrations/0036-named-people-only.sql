-- owner: core/access
-- A concern about someone who works with children or for an agency is for named people only (practice B4): whoever holds the
-- duty in the agency that decides, and in the police the professional standards department. They are people with a role, so
-- that a second person agrees to it as to any other.

insert into role (code, title, position, says) values
  ('designated-officer', 'Designated officer', 11,
   'Receives concerns about people who work with children. Nobody else in the agency knows of them.'),
  ('professional-standards', 'Professional standards', 12,
   'Receives concerns about people who work for the police. Nobody else in the force knows of them.');
insert into role_category (role, category, may_write)
  select 'designated-officer', category, true
  from unnest(array['concern', 'identity', 'welfare', 'education', 'voice']) as category;
insert into role_category (role, category, may_write) values
  ('professional-standards', 'concern', true), ('professional-standards', 'identity', true);
insert into role_deed (role, deed) values
  ('designated-officer', 'record-concern'), ('designated-officer', 'decide-concern'),
  ('designated-officer', 'keep-people'), ('designated-officer', 'write-note'), ('designated-officer', 'hold-allegation'),
  ('professional-standards', 'hold-allegation');

-- Who may ask whether a plate, a number or a name was seen before: those who decide, and the police who look into it. They are answered within what they may see.
insert into role_deed (role, deed) values
  ('duty-worker', 'ask-seen-before'), ('supervisor', 'ask-seen-before'), ('designated-officer', 'ask-seen-before'),
  ('detective', 'ask-seen-before'), ('intelligence-analyst', 'ask-seen-before');

-- Whoever says that a matter is too near to them, and whoever may be the one it is about, is outside it. The row stays: it
-- says since when they have not looked.
create table exclusion (
  subject uuid not null,
  owner_agency uuid not null,
  user_id uuid not null references user_account,
  reason text not null check (reason in ('conflict-of-interest', 'may-be-named')),
  excluded_by uuid not null,
  excluded_at timestamptz not null,
  primary key (subject, user_id),
  foreign key (subject, owner_agency) references subject (id, owner_agency)
);
alter table exclusion enable row level security;
alter table exclusion force row level security;
grant select, insert on exclusion to sightline_definer;
create policy definer on exclusion to sightline_definer using (true) with check (true);
grant update (valid_during) on access_grant to sightline_definer;
create policy definer_ends on access_grant for update to sightline_definer using (true) with check (true);
grant select, insert on exclusion to sightline_keeper;
create policy keep on exclusion for select to sightline_keeper using (true);
create policy restore on exclusion for insert to sightline_keeper with check (true);

grant create on schema access to sightline_definer;
set local role sightline_definer;

create or replace function access.sealed_from_me() returns setof uuid
  stable rows 50 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select s.subject from public.seal s
  where not exists (
    select from public.access_grant g
    where g.subject = s.subject and g.grantee = access.viewer() and g.grantee_kind = 'user'
      and g.valid_during @> access.moment())
  union all
  select e.subject from public.exclusion e where e.user_id = access.viewer();
end;

-- The people of an agency who carry a deed, by name, with the categories that their roles cover: to open something to each of them and to nobody else. Whoever records a
-- concern asks it, of another agency's people, and shows it to nobody.
create function access.those_who_may(the_agency uuid, the_deed text)
  returns table (user_id uuid, name text, categories text[])
  stable rows 3 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select u.id, u.name, array(
    select distinct c.category::text from public.role_grant own join public.role_category c on c.role = own.role
    where own.user_id = u.id and own.agency_id = the_agency and own.ended_at is null
      and (own.agreed_by is not null or own.asked_by is null) order by 1)
  from public.user_account u join public.agency a on a.id = u.agency_id and a.closed_at is null
  where a.id = the_agency and u.ended_at is null
    and access.may('record-concern') and the_deed in ('hold-allegation', 'supervise', 'decide-concern') and exists (
    select from public.role_grant g join public.role_deed d on d.role = g.role and d.deed = the_deed
    where g.user_id = u.id and g.agency_id = the_agency and g.ended_at is null
      and (g.agreed_by is not null or g.asked_by is null))
  order by u.id;
end;
revoke all on function access.those_who_may(uuid, text) from public;
grant execute on function access.those_who_may(uuid, text) to sightline_app;

-- Puts people outside a subject of the viewer's own agency as it is sent: those who may be the one it is about.
create function access.exclude_named(the_subject uuid, the_users uuid[]) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  insert into public.exclusion (subject, owner_agency, user_id, reason, excluded_by, excluded_at)
  select s.id, s.owner_agency, u, 'may-be-named', access.viewer(), access.moment()
  from public.subject s cross join unnest(the_users) u
  where s.id = the_subject and s.owner_agency = access.viewer_agency() and u <> access.viewer()
  on conflict do nothing;
end;
revoke all on function access.exclude_named(uuid, uuid[]) from public;
grant execute on function access.exclude_named(uuid, uuid[]) to sightline_app;

-- The viewer steps outside a subject that they can see: what was opened to them by name ends too.
create function access.step_outside(the_subject uuid) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  insert into public.exclusion (subject, owner_agency, user_id, reason, excluded_by, excluded_at)
  select s.id, s.owner_agency, access.viewer(), 'conflict-of-interest', access.viewer(), access.moment()
  from public.subject s where s.id = the_subject and s.id not in (select access.sealed_from_me())
  on conflict do nothing;
  update public.access_grant g set valid_during = g.valid_during - tstzrange(access.moment(), null)
  where g.subject = the_subject and g.grantee = access.viewer() and g.grantee_kind = 'user'
    and upper_inf(g.valid_during) and lower(g.valid_during) < access.moment();
end;
revoke all on function access.step_outside(uuid) from public;
grant execute on function access.step_outside(uuid) to sightline_app;

-- Whether someone is outside a subject: what they had in hand may then be taken by another.
create function access.is_outside(the_subject uuid, the_user uuid) returns boolean
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select exists (select from public.exclusion e where e.subject = the_subject and e.user_id = the_user)
    or exists (select from public.user_account u where u.id = the_user and u.ended_at is not null);
end;
revoke all on function access.is_outside(uuid, uuid) from public;
grant execute on function access.is_outside(uuid, uuid) to sightline_app;

-- How many people a subject is for, where it is for named people only; null where it is not sealed.
create function access.sealed_to(the_subject uuid) returns int
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select (select count(distinct g.grantee)::int from public.access_grant g
          where g.subject = s.subject and g.grantee_kind = 'user' and g.valid_during @> access.moment()
            and not exists (select from public.exclusion e where e.subject = g.subject and e.user_id = g.grantee))
  from public.seal s where s.subject = the_subject and s.subject not in (select access.sealed_from_me());
end;
revoke all on function access.sealed_to(uuid) from public;
grant execute on function access.sealed_to(uuid) to sightline_app;

reset role;
revoke create on schema access from sightline_definer;

-- What the worker says of a sealed subject it says to those it is for.
grant select (subject) on seal to sightline_job;
create policy tell on seal for select to sightline_job using (true);
grant select (subject, user_id) on exclusion to sightline_job;
create policy tell on exclusion for select to sightline_job using (true);
grant select (subject, grantee, grantee_kind, valid_during) on access_grant to sightline_job;
create policy tell on access_grant for select to sightline_job using (true);
