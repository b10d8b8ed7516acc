-- owner: core/access
-- What the application's role may write, column by column and row by row, so that a mistake in a deed cannot break the
-- rules about second persons, seals and other agencies' data (found by an attack on the role itself).

-- A role grant is agreed to or ended; whose it is and which role never change, and nobody agrees in another's name.
revoke update on role_grant from sightline_app;
grant update (agreed_by, agreed_at, ended_by, ended_at) on role_grant to sightline_app;

create function access.agree_in_own_name() returns trigger
  set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if new.agreed_by is distinct from old.agreed_by and new.agreed_by is distinct from access.viewer() then
    raise exception 'a role is agreed to in one''s own name only' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_by is distinct from old.ended_by and new.ended_by is distinct from access.viewer() then
    raise exception 'a role is ended in one''s own name only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger agree_in_own_name before update on role_grant
  for each row execute function access.agree_in_own_name();

-- Whoever is sealed out of a subject can neither open it to themselves nor see who else it is opened to.
drop policy read on access_grant;
create policy read on access_grant for select to sightline_app
  using ((grantee in (select k.grantee from access.grantee_keys() k)
          or owner_agency in (select access.viewer_agency()))
         and subject not in (select access.sealed_from_me()));
drop policy add on access_grant;
create policy add on access_grant for insert to sightline_app
  with check ((owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)
              and granted_by = access.viewer()
              and subject not in (select access.sealed_from_me()));
-- A grant is ended, never made out to someone else.
revoke update on access_grant from sightline_app;
grant update (valid_during) on access_grant to sightline_app;
drop policy change on access_grant;
create policy change on access_grant for update to sightline_app
  using ((owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)
         and subject not in (select access.sealed_from_me()))
  with check ((owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w));

-- What was sent stays as it was sent.
revoke update on concern, concern_child, concern_answer, concern_reply from sightline_app;

-- A temporary object can never stand in for one of ours inside a definer's function.
do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname in ('access', 'audit') and p.prosecdef
             and p.proconfig::text like '%search_path=pg_catalog, public%' loop
    execute format('set local role %I', (select r.rolname from pg_proc p join pg_roles r on r.oid = p.proowner where p.oid = f));
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    reset role;
  end loop;
end $$;
