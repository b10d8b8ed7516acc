-- owner: core/access
-- What a viewer's own keys are is worked out once, when a transaction opens, and kept in it: until now each policy of each
-- table worked them out again, which was half of what a page cost (decision 0009). A look at what is hidden costs
-- the same as one at what is not there for this reason too: the keys are known before either.
--
-- The application's role could set these as it can set the viewer; neither is more trusted than the other was.

grant create on schema access to sightline_definer;
set local role sightline_definer;

-- One line: the viewer's keys as the settings keep them. Only `access.open` asks.
create function access.keys_of_viewer(
    out agencies uuid[], out categories text[], out writable boolean[], out grantees uuid[], out grantee_categories text[])
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  with own as materialized (
    select r.agency, c.category::text as category, bool_or(c.may_write) as may_write
    from access.live_roles() r join public.role_category c on c.role = r.role
    group by r.agency, c.category
  ),
  -- To whom a grant may be made out so that it reaches this viewer. To their agency or team it opens only what their
  -- role covers; to them by name it opens what it says.
  reached as (
    select o.agency as grantee, o.category from own o
    union all
    select m.team_id, o.category
    from public.team_member m join public.team t on t.id = m.team_id join own o on o.agency = t.agency_id
    where m.user_id = access.viewer()
    union all
    select access.viewer(), c.category from (select distinct category::text from public.role_category) c
    where access.viewer_agency() is not null
  )
  select o.agencies, o.categories, o.writable, g.grantees, g.categories
  from (select array_agg(agency) as agencies, array_agg(category) as categories, array_agg(may_write) as writable
        from own) o,
    (select array_agg(grantee) as grantees, array_agg(category) as categories from reached) g;
end;
grant execute on function access.keys_of_viewer() to sightline_app, sightline_job, sightline_keeper, sightline_owner;

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

create or replace function access.who_am_i() returns jsonb
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select jsonb_build_object(
    'id', u.id, 'name', u.name, 'agencyId', u.agency_id, 'agencyName', a.name,
    'roles', coalesce(held.codes, '[]'), 'roleTitles', coalesce(held.titles, '[]'),
    'deeds', coalesce((select jsonb_agg(d.deed) from access.live_deeds() d), '[]'),
    'teams', coalesce((select jsonb_agg(m.team_id) from public.team_member m where m.user_id = u.id), '[]'))
  from public.user_account u join public.agency a on a.id = u.agency_id and a.closed_at is null
    cross join lateral (
      select jsonb_agg(r.code order by r.position) as codes, jsonb_agg(r.title order by r.position) as titles
      from public.role r where r.code in (select l.role from access.live_roles() l)) held
  where access.viewer_kind() = 'user' and u.id = access.viewer() and u.ended_at is null;
end;
reset role;
revoke create on schema access from sightline_definer;

create or replace function access.open(the_kind text, the_id text, the_service text, the_moment text) returns jsonb
  volatile language plpgsql as $$
declare
  keys record;
begin
  perform set_config('sightline.viewer_kind', the_kind, true),
          set_config('sightline.viewer', the_id, true),
          set_config('sightline.service', the_service, true),
          set_config('sightline.now', the_moment, true);
  -- For whoever is not a user all are empty.
  select * into keys from access.keys_of_viewer();
  perform set_config('sightline.agencies', coalesce(keys.agencies::text, ''), true),
          set_config('sightline.categories', coalesce(keys.categories::text, ''), true),
          set_config('sightline.writable', coalesce(keys.writable::text, ''), true),
          set_config('sightline.grantees', coalesce(keys.grantees::text, ''), true),
          set_config('sightline.grantee_categories', coalesce(keys.grantee_categories::text, ''), true);
  if the_kind <> 'user' then
    return null;
  end if;
  return access.who_am_i();
end $$;
