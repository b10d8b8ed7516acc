-- owner: core/access
-- What the application's role may write, column by column and row by row, so that a mistake in a deed cannot break the
-- rules about second persons, seals and other agencies' data (found by an attack on the role itself).

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
