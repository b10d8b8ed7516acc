-- owner: core/access
-- What a viewer's own keys are is worked out once, when a transaction opens, and kept in it: until now each policy of each
-- table worked them out again (decision 0009). A look at what is hidden costs
-- the same as one at what is not there for this reason too: the keys are known before either.
--
-- The application's role could set these as it can set the viewer; neither is more trusted than the other was.

grant create on schema access to sightline_definer;
set local role sightline_definer;

-- None of these is a definer's: the planner opens them up, and reads the settings.
create or replace function access.own_keys() returns table (agency uuid, category text) stable rows 8 language sql
begin atomic
  select k.agency, k.category
  from unnest(nullif(current_setting('sightline.agencies', true), '')::uuid[],
              nullif(current_setting('sightline.categories', true), '')::text[]) as k (agency, category);
end;

create or replace function access.writable_keys() returns table (agency uuid, category text) stable rows 8 language sql
begin atomic
  select k.agency, k.category
  from unnest(nullif(current_setting('sightline.agencies', true), '')::uuid[],
              nullif(current_setting('sightline.categories', true), '')::text[],
              nullif(current_setting('sightline.writable', true), '')::boolean[]) as k (agency, category, may_write)
  where k.may_write;
end;

create or replace function access.grantee_keys() returns table (grantee uuid, category text) stable rows 20 language sql
begin atomic
  select k.grantee, k.category
  from unnest(nullif(current_setting('sightline.grantees', true), '')::uuid[],
              nullif(current_setting('sightline.grantee_categories', true), '')::text[]) as k (grantee, category);
end;

-- As before, each asking for the live roles once.
create or replace function access.live_deeds() returns table (deed text)
  stable rows 10 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  with told as materialized (
    select r.agency, d.deed from access.live_roles() r join public.role_deed d on d.role = r.role
  )
  select t.deed from told t
  union
  select case t.deed when 'agree-roles' then 'agree-for-agencies' else 'administer-agencies' end
  from told t join public.agency a on a.id = t.agency and a.hosts
  where t.deed in ('administer-accounts', 'agree-roles');
end;

-- Who the viewer is, and their keys as the settings keep them, in one statement that asks for their live roles once.
create function access.viewer_with_keys() returns jsonb
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  with me as materialized (
    select u.id, u.name, u.agency_id, a.name as agency_name
    from public.user_account u join public.agency a on a.id = u.agency_id and a.closed_at is null
    where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null
  ),
  live as materialized (select l.agency, r.code, r.title, r.position
    from access.live_roles() l join public.role r on r.code = l.role),
  own as materialized (
    select l.agency, c.category::text as category, bool_or(c.may_write) as may_write
    from live l join public.role_category c on c.role = l.code group by l.agency, c.category),
  my_teams as materialized (select m.team_id from public.team_member m where m.user_id = access.viewer()),
  -- To whom a grant may be made out so that it reaches this viewer. To their agency or team it opens only what their
  -- role covers; to them by name it opens what it says.
  reached as (
    select o.agency as grantee, o.category from own o
    union all
    select m.team_id, o.category
    from my_teams m join public.team t on t.id = m.team_id join own o on o.agency = t.agency_id
    union all
    select me.id, c.category from me, (select distinct c.category::text as category from public.role_category c) c
  )
  select jsonb_build_object(
    'viewer', jsonb_build_object(
      'id', me.id, 'name', me.name, 'agencyId', me.agency_id, 'agencyName', me.agency_name,
      'roles', coalesce((select jsonb_agg(l.code order by l.position) from live l), '[]'),
      'roleTitles', coalesce((select jsonb_agg(l.title order by l.position) from live l), '[]'),
      'deeds', coalesce((select jsonb_agg(d.deed) from access.live_deeds() d), '[]'),
      'teams', coalesce((select jsonb_agg(m.team_id) from my_teams m), '[]')),
    'agencies', (select array_agg(o.agency)::text from own o),
    'categories', (select array_agg(o.category)::text from own o),
    'writable', (select array_agg(o.may_write)::text from own o),
    'grantees', (select array_agg(r.grantee)::text from reached r),
    'grantee_categories', (select array_agg(r.category)::text from reached r))
  from me;
end;
grant execute on function access.viewer_with_keys() to sightline_app, sightline_job, sightline_keeper, sightline_owner;

-- As before. The moment is asked for once and not for each grant, and whom a grant is made out to is hashed.
reset role;
create or replace function access.grants_to_me() returns table (
    subject uuid, category text, owner_agency uuid, grantee_kind text, source_kind text, source uuid)
  stable rows 100 language sql
begin atomic
  select g.subject, g.category::text, g.owner_agency, g.grantee_kind, g.source_kind, g.source
  from public.access_grant g
  where g.valid_during @> (select access.moment())
    and ((g.grantee, g.category::text) in (select k.grantee, k.category from access.grantee_keys() k)) is true;
end;
set local role sightline_definer;
reset role;
revoke create on schema access from sightline_definer;

create or replace function access.open(the_kind text, the_id text, the_service text, the_moment text) returns jsonb
  volatile language plpgsql as $$
declare
  known jsonb;
begin
  perform set_config('sightline.viewer_kind', the_kind, true),
          set_config('sightline.viewer', the_id, true),
          set_config('sightline.service', the_service, true),
          set_config('sightline.now', the_moment, true);
  -- For whoever is not a user all are empty.
  if the_kind = 'user' then
    known := access.viewer_with_keys();
  end if;
  perform set_config('sightline.agencies', coalesce(known ->> 'agencies', ''), true),
          set_config('sightline.categories', coalesce(known ->> 'categories', ''), true),
          set_config('sightline.writable', coalesce(known ->> 'writable', ''), true),
          set_config('sightline.grantees', coalesce(known ->> 'grantees', ''), true),
          set_config('sightline.grantee_categories', coalesce(known ->> 'grantee_categories', ''), true);
  return known -> 'viewer';
end $$;

drop function access.who_am_i();
