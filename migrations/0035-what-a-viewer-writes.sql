-- owner: core/access
-- A viewer is told which categories their role writes in their own agency: a form asks nothing that they could not keep.

grant create on schema access to sightline_definer;
set local role sightline_definer;

create or replace function access.viewer_with_keys() returns jsonb
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
      'teams', coalesce((select jsonb_agg(m.team_id) from my_teams m), '[]'),
      'writes', coalesce((select jsonb_agg(o.category) from own o where o.may_write and o.agency = me.agency_id), '[]')),
    'agencies', (select array_agg(o.agency)::text from own o),
    'categories', (select array_agg(o.category)::text from own o),
    'writable', (select array_agg(o.may_write)::text from own o),
    'grantees', (select array_agg(r.grantee)::text from reached r),
    'grantee_categories', (select array_agg(r.category)::text from reached r))
  from me;
end;

reset role;
revoke create on schema access from sightline_definer;
