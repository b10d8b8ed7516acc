-- owner: features/missing
-- What belongs to the episode of a missing child is not there for whoever the episode is kept from. Exclusions are written of the
-- episode; what the other agency writes of it is a subject of its own.

create policy with_episode on missing_entry as restrictive for select to sightline_app
  using (episode_id not in (select access.sealed_from_me()));
create policy with_episode on missing_ending as restrictive for select to sightline_app
  using (episode_id not in (select access.sealed_from_me()));
create policy with_episode on missing_person as restrictive for select to sightline_app
  using (episode_id not in (select access.sealed_from_me()));
create policy with_episode on missing_concern as restrictive for select to sightline_app
  using (episode_id not in (select access.sealed_from_me()));

grant create on schema access to sightline_definer;
set local role sightline_definer;

-- Whom a sealed subject of the viewer's own agency is for, by name, and why it is sealed. One of them alone learns it.
create function access.named_to(the_subject uuid) returns table (user_id uuid, reason text)
  stable rows 3 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select g.grantee, s.reason from public.seal s join public.access_grant g on g.subject = s.subject
  where s.subject = the_subject and s.owner_agency = access.viewer_agency()
    and s.subject not in (select x.x from access.sealed_from_me() x(x))
    and g.grantee_kind = 'user' and g.source_kind = 'seal' and g.valid_during @> access.moment()
    and not exists (select from public.exclusion e where e.subject = g.subject and e.user_id = g.grantee)
  group by g.grantee, s.reason order by g.grantee;
end;
revoke all on function access.named_to(uuid) from public;
grant execute on function access.named_to(uuid) to sightline_app;

reset role;
revoke create on schema access from sightline_definer;
