-- owner: core/access
-- Who may see what: agencies, the people who work for them, what each role covers, grants and seals.
-- These are the only tables that a policy reads (DESIGN 5).

create domain category_code as text check (value in (
  'identity', 'concern', 'welfare', 'health', 'sexual-health', 'education', 'voice', 'therapy',
  'family-court', 'legal-advice', 'intelligence', 'investigation', 'prosecution', 'research'));

create table agency (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('police', 'local-authority', 'health', 'school', 'voluntary', 'other')),
  -- A hit from a sexual-health clinic, refuge, therapist or drug service would itself disclose (practice B6).
  sensitive boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz
);

create table user_account (
  id uuid primary key,
  agency_id uuid not null references agency,
  name text not null,
  email text not null,
  job_title text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
-- One agency's addresses only: a clash across agencies would tell who works elsewhere (access-facts 2).
create unique index user_account_email on user_account (agency_id, lower(email));
create index user_account_sign_in on user_account (lower(email));

create table team (
  id uuid primary key,
  agency_id uuid not null references agency,
  name text not null,
  unique (agency_id, name)
);

create table team_member (
  team_id uuid not null references team,
  user_id uuid not null references user_account,
  primary key (team_id, user_id)
);
create index team_member_user on team_member (user_id);

-- Roles are data: what each covers (category) and may do (deed) is shown as a page and changed by migration.
create table role (
  code text primary key,
  title text not null,
  says text not null,
  position int not null unique
);

create table role_category (
  role text not null references role,
  category category_code not null,
  may_write boolean not null,
  primary key (role, category)
);

create table role_deed (
  role text not null references role,
  deed text not null,
  primary key (role, deed)
);

-- No one gives themselves a role: it counts only once a second person of the same agency agrees.
-- `asked_by` is null only for administrators made at the terminal by the operator.
create table role_grant (
  id uuid primary key,
  agency_id uuid not null references agency,
  user_id uuid not null references user_account,
  role text not null references role,
  asked_by uuid references user_account,
  asked_at timestamptz not null,
  agreed_by uuid references user_account,
  agreed_at timestamptz,
  ended_by uuid references user_account,
  ended_at timestamptz,
  check (agreed_by is null or (agreed_by <> asked_by and agreed_by <> user_id)),
  check ((agreed_by is null) = (agreed_at is null)),
  check (asked_by is not null or role = 'administrator')
);
create index role_grant_user on role_grant (user_id) where ended_at is null;
create unique index role_grant_once on role_grant (user_id, role) where ended_at is null;

-- What grants, seals and the ledger are about: a concern, a person record, a note. A trigger enters each one
-- here with its owner, so that nobody can grant or seal what is not theirs.
create table subject (
  id uuid primary key,
  kind text not null,
  owner_agency uuid not null references agency,
  unique (id, owner_agency)
);

-- One agency opens one of its own subjects, in one category, to someone. A policy counts a grant only for
-- rows of the agency that made it.
create table access_grant (
  id uuid primary key,
  owner_agency uuid not null references agency,
  subject uuid not null,
  category category_code not null,
  grantee uuid not null,
  grantee_kind text not null check (grantee_kind in ('agency', 'team', 'user')),
  valid_during tstzrange not null check (not isempty(valid_during)),
  source_kind text not null check (source_kind in
    ('concern', 'reply', 'agreement', 'team', 'disclosure', 'emergency', 'seal')),
  source uuid not null,
  granted_by uuid not null,
  foreign key (subject, owner_agency) references subject (id, owner_agency)
);
create index access_grant_subject on access_grant (subject, category, grantee);
create index access_grant_grantee on access_grant (grantee);
create index access_grant_source on access_grant (source);

-- A sealed subject is for named people only: those with a live grant to them in person. The seal covers
-- every agency's rows on it, so a receiving team's queue does not show what its sender sealed.
create table seal (
  subject uuid primary key,
  owner_agency uuid not null,
  reason text not null check (reason in ('works-with-children', 'conflict-of-interest', 'protected-person')),
  sealed_by uuid not null,
  sealed_at timestamptz not null,
  foreign key (subject, owner_agency) references subject (id, owner_agency)
);

-- The viewer of this transaction ---------------------------------------------------------------------

create function access.viewer_kind() returns text stable language sql
  return nullif(current_setting('sightline.viewer_kind', true), '');

create function access.viewer() returns uuid stable language sql
  return nullif(current_setting('sightline.viewer', true), '')::uuid;

-- The application's clock, so that every rule of one transaction is judged at one moment.
create function access.moment() returns timestamptz stable language sql
  return coalesce(nullif(current_setting('sightline.now', true), '')::timestamptz, now());

create function access.viewer_agency() returns uuid
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select u.agency_id from public.user_account u
  where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null;
end;

-- Live roles of the viewer; the one place that says when a role counts.
create function access.live_roles() returns table (agency uuid, role text)
  stable rows 3 security definer set search_path = pg_catalog, public language sql
begin atomic
  select g.agency_id, g.role
  from public.role_grant g join public.user_account u on u.id = g.user_id and u.agency_id = g.agency_id
  where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null
    and g.ended_at is null and (g.agreed_by is not null or g.asked_by is null);
end;

create function access.own_keys() returns table (agency uuid, category text)
  stable rows 8 security definer set search_path = pg_catalog, public language sql
begin atomic
  select distinct r.agency, c.category::text
  from access.live_roles() r join public.role_category c on c.role = r.role;
end;

create function access.writable_keys() returns table (agency uuid, category text)
  stable rows 8 security definer set search_path = pg_catalog, public language sql
begin atomic
  select distinct r.agency, c.category::text
  from access.live_roles() r join public.role_category c on c.role = r.role
  where c.may_write;
end;

-- To whom a grant may be made out so that it reaches this viewer. To their agency or team it opens only
-- what their role covers; to them by name it opens what it says.
create function access.grantee_keys() returns table (grantee uuid, category text)
  stable rows 20 security definer set search_path = pg_catalog, public language sql
begin atomic
  select o.agency, o.category from access.own_keys() o
  union all
  select m.team_id, o.category
  from public.team_member m join public.team t on t.id = m.team_id
    join access.own_keys() o on o.agency = t.agency_id
  where m.user_id = access.viewer()
  union all
  select access.viewer(), c.category from (select distinct category::text from public.role_category) c
  where access.viewer_agency() is not null;
end;

-- Not a definer function: the planner opens it up, and access_grant's own policy applies inside.
create function access.grants_to_me() returns table (
    subject uuid, category text, owner_agency uuid, grantee_kind text, source_kind text, source uuid)
  stable rows 100 language sql
begin atomic
  select g.subject, g.category::text, g.owner_agency, g.grantee_kind, g.source_kind, g.source
  from public.access_grant g
  where g.valid_during @> access.moment()
    and (g.grantee, g.category::text) in (select k.grantee, k.category from access.grantee_keys() k);
end;

create function access.sealed_from_me() returns setof uuid
  stable rows 50 security definer set search_path = pg_catalog, public language sql
begin atomic
  select s.subject from public.seal s
  where not exists (
    select from public.access_grant g
    where g.subject = s.subject and g.grantee = access.viewer() and g.grantee_kind = 'user'
      and g.valid_during @> access.moment());
end;

-- "Why can I see this?": the rules that open one row, by the functions that the policies call.
create function access.why(the_owner uuid, the_category text, the_subject uuid)
  returns table (rule text, source_kind text, source uuid)
  stable language sql
begin atomic
  select w.rule, w.source_kind, w.source from (
    select 'own-agency' as rule, null::text as source_kind, null::uuid as source
    from access.own_keys() o where o.agency = the_owner and o.category = the_category
    union all
    select 'grant-to-' || g.grantee_kind, g.source_kind, g.source
    from access.grants_to_me() g
    where g.subject = the_subject and g.category = the_category and g.owner_agency = the_owner
  ) w
  where the_subject not in (select access.sealed_from_me());
end;

-- The one policy shape --------------------------------------------------------------------------------

-- Former versions of every protected row, under the same policy. Today's seal hides them too, because a
-- policy asks for the live seal of the subject and not for what the old row said.
create table former_version (
  id bigint generated always as identity primary key,
  table_name text not null,
  row_id uuid not null,
  owner_agency uuid not null,
  category category_code not null,
  subject uuid not null,
  version jsonb not null,
  valid_during tstzrange not null,
  changed_by uuid,
  changed_by_kind text not null
);
create index former_version_row on former_version (row_id);
create index former_version_subject on former_version (subject);

create function access.keep_former_version() returns trigger
  security definer set search_path = pg_catalog, public language plpgsql as $$
declare
  ends timestamptz;
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'since' = to_jsonb(old) - 'since' then
    return new;
  end if;
  -- The application's clock may stand still inside a transaction; a version must still last some time.
  ends := greatest(access.moment(), old.since + interval '1 microsecond');
  insert into former_version (table_name, row_id, owner_agency, category, subject, version, valid_during,
                              changed_by, changed_by_kind)
  values (tg_table_name, old.id, old.owner_agency, old.category, old.subject, to_jsonb(old),
          tstzrange(old.since, ends), access.viewer(), coalesce(access.viewer_kind(), session_user));
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.since := ends;
  return new;
end $$;

create function access.enter_subject() returns trigger
  security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  -- A restore brings its subjects with it.
  if new.id = new.subject and session_user <> 'sightline_keeper' then
    insert into subject (id, kind, owner_agency) values (new.id, tg_table_name, new.owner_agency);
  end if;
  return new;
end $$;

-- Puts one table about people behind the wall. The table has id, owner_agency, category, subject, since.
-- A derived table (match keys) can be made again from its source: it has no id, no history, and may be deleted.
create procedure access.protect(t regclass, derived boolean default false) language plpgsql as $$
declare
  may_read constant text :=
    '((owner_agency, category::text) in (select o.agency, o.category from access.own_keys() o)'
    || ' or exists (select from access.grants_to_me() g where g.subject = %1$s.subject'
    || ' and g.category = %1$s.category::text and g.owner_agency = %1$s.owner_agency))'
    || ' and subject not in (select access.sealed_from_me())';
  may_write constant text :=
    '(owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)';
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy read on %1$s for select to sightline_app using (' || may_read || ')', t);
  execute format('create policy add on %1$s for insert to sightline_app with check (' || may_write || ')', t);
  execute format('create policy change on %1$s for update to sightline_app using (' || may_read
                 || ' and ' || may_write || ') with check (' || may_write || ')', t);
  execute format('create policy keep on %s for select to sightline_keeper using (true)', t);
  execute format('create policy restore on %s for insert to sightline_keeper with check (true)', t);
  execute format('grant select, insert, update on %s to sightline_app', t);
  execute format('grant select, insert on %s to sightline_keeper', t);
  if derived then
    execute format('create policy remove on %s for delete to sightline_app using (' || may_write || ')', t);
    execute format('grant delete on %s to sightline_app', t);
    execute format('alter table %s add foreign key (subject) references subject', t);
  elsif t <> 'former_version'::regclass then
    execute format('create trigger keep_former_version before update or delete on %s
                    for each row execute function access.keep_former_version()', t);
    execute format('create trigger enter_subject before insert on %s
                    for each row execute function access.enter_subject()', t);
    execute format('alter table %s add foreign key (subject) references subject', t);
  end if;
end $$;

call access.protect('former_version');
revoke insert, update on former_version from sightline_app;
create policy write_former on former_version for insert to sightline_definer with check (true);
grant select, insert on former_version to sightline_definer;

alter table subject enable row level security;
alter table subject force row level security;
create policy enter on subject for insert to sightline_definer with check (true);
create policy definer on subject for select to sightline_definer using (true);
create policy keep on subject for select to sightline_keeper using (true);
create policy restore on subject for insert to sightline_keeper with check (true);
grant select, insert on subject to sightline_definer, sightline_keeper;

-- The access tables' own walls -------------------------------------------------------------------------

alter table user_account enable row level security;
alter table user_account force row level security;
alter table team_member enable row level security;
alter table team_member force row level security;
alter table role_grant enable row level security;
alter table role_grant force row level security;
alter table access_grant enable row level security;
alter table access_grant force row level security;
alter table seal enable row level security;
alter table seal force row level security;

create function access.may(wanted text) returns boolean
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select exists (select from access.live_roles() r join public.role_deed d on d.role = r.role where d.deed = wanted);
end;

-- Colleagues are visible inside an agency; other agencies' staff are not.
create policy read on user_account for select to sightline_app
  using (agency_id in (select access.viewer_agency()));
create policy add on user_account for insert to sightline_app
  with check (agency_id in (select access.viewer_agency()) and access.may('administer-accounts'));
create policy change on user_account for update to sightline_app
  using (agency_id in (select access.viewer_agency()) and access.may('administer-accounts'))
  with check (agency_id in (select access.viewer_agency()));

create policy read on role_grant for select to sightline_app
  using (agency_id in (select access.viewer_agency()));
create policy add on role_grant for insert to sightline_app
  with check (agency_id in (select access.viewer_agency()) and access.may('administer-accounts')
              and asked_by = access.viewer() and agreed_by is null);
create policy change on role_grant for update to sightline_app
  using (agency_id in (select access.viewer_agency())
         and (access.may('administer-accounts') or access.may('agree-roles')))
  with check (agency_id in (select access.viewer_agency()));

create policy read on team_member for select to sightline_app
  using (exists (select from team t where t.id = team_id and t.agency_id in (select access.viewer_agency())));
create policy change on team_member for all to sightline_app
  using (exists (select from team t where t.id = team_id and t.agency_id in (select access.viewer_agency()))
         and access.may('administer-accounts'))
  with check (exists (select from team t where t.id = team_id and t.agency_id in (select access.viewer_agency()))
              and access.may('administer-accounts'));

-- A grant is seen by those it is made out to and by the agency that made it.
create policy read on access_grant for select to sightline_app
  using (grantee in (select k.grantee from access.grantee_keys() k)
         or owner_agency in (select access.viewer_agency()));
create policy add on access_grant for insert to sightline_app
  with check ((owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)
              and granted_by = access.viewer());
create policy change on access_grant for update to sightline_app
  using ((owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w))
  with check ((owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w));

create policy add on seal for insert to sightline_app
  with check (owner_agency in (select w.agency from access.writable_keys() w) and sealed_by = access.viewer());

grant select on agency, team, role, role_category, role_deed to sightline_app;
grant insert, update on agency, team to sightline_app;
grant select, insert, update on user_account, role_grant, access_grant to sightline_app;
grant select, insert, delete on team_member to sightline_app;
grant insert on seal to sightline_app;

-- What the definer functions may read, and nothing else.
grant select on agency, user_account, team, team_member, role, role_grant, role_category, role_deed,
  access_grant, seal to sightline_definer;
create policy definer on user_account for select to sightline_definer using (true);
create policy definer on team_member for select to sightline_definer using (true);
create policy definer on role_grant for select to sightline_definer using (true);
create policy definer on access_grant for select to sightline_definer using (true);
create policy definer on seal for select to sightline_definer using (true);

grant select, insert on agency, user_account, team, team_member, role, role_category, role_deed, role_grant,
  access_grant, seal to sightline_keeper;
create policy keep on user_account for select to sightline_keeper using (true);
create policy restore on user_account for insert to sightline_keeper with check (true);
create policy keep on team_member for select to sightline_keeper using (true);
create policy restore on team_member for insert to sightline_keeper with check (true);
create policy keep on role_grant for select to sightline_keeper using (true);
create policy restore on role_grant for insert to sightline_keeper with check (true);
create policy keep on access_grant for select to sightline_keeper using (true);
create policy restore on access_grant for insert to sightline_keeper with check (true);
create policy keep on seal for select to sightline_keeper using (true);
create policy restore on seal for insert to sightline_keeper with check (true);

-- Opens a transaction for a viewer, and says who they are: one round trip at the head of every request.
create function access.open(the_kind text, the_id text, the_service text, the_moment text) returns jsonb
  volatile language plpgsql as $$
begin
  perform set_config('sightline.viewer_kind', the_kind, true),
          set_config('sightline.viewer', the_id, true),
          set_config('sightline.service', the_service, true),
          set_config('sightline.now', the_moment, true);
  if the_kind <> 'user' then
    return null;
  end if;
  return access.who_am_i();
end $$;

create function access.who_am_i() returns jsonb
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select jsonb_build_object(
    'id', u.id, 'name', u.name, 'agencyId', u.agency_id, 'agencyName', a.name,
    'roles', coalesce((select jsonb_agg(r.code order by r.position) from public.role r
                       where r.code in (select l.role from access.live_roles() l)), '[]'),
    'roleTitles', coalesce((select jsonb_agg(r.title order by r.position) from public.role r
                            where r.code in (select l.role from access.live_roles() l)), '[]'),
    'deeds', coalesce((select jsonb_agg(distinct d.deed) from public.role_deed d
                       where d.role in (select l.role from access.live_roles() l)), '[]'),
    'teams', coalesce((select jsonb_agg(m.team_id) from public.team_member m where m.user_id = u.id), '[]'))
  from public.user_account u join public.agency a on a.id = u.agency_id
  where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null;
end;

grant execute on all functions in schema access to sightline_app, sightline_job, sightline_keeper, sightline_definer,
  sightline_owner;

-- A definer function runs as a role that can read the tables above and nothing about any child.
grant create, usage on schema access to sightline_definer;
alter function access.viewer_agency() owner to sightline_definer;
alter function access.live_roles() owner to sightline_definer;
alter function access.own_keys() owner to sightline_definer;
alter function access.writable_keys() owner to sightline_definer;
alter function access.grantee_keys() owner to sightline_definer;
alter function access.sealed_from_me() owner to sightline_definer;
alter function access.who_am_i() owner to sightline_definer;
alter function access.may(text) owner to sightline_definer;
alter function access.keep_former_version() owner to sightline_definer;
alter function access.enter_subject() owner to sightline_definer;
revoke create on schema access from sightline_definer;

grant usage on schema access to sightline_app, sightline_job, sightline_keeper, sightline_definer;

-- The owner hands the functions over, and is given back the right to name them in policies and triggers.
set local role sightline_definer;
grant execute on function access.viewer_agency(), access.live_roles(), access.own_keys(), access.writable_keys(),
  access.grantee_keys(), access.sealed_from_me(), access.who_am_i(), access.may(text),
  access.keep_former_version(), access.enter_subject() to sightline_owner;
reset role;
