-- owner: core/clocks
-- A clock may be about one part of its subject: one child of a concern, whose part is with someone else.
alter table clock add column part uuid;

-- A deed that passes work on to another agency sets running there what ran here.
drop policy add on clock;
create policy add on clock for insert to sightline_app with check (
  (owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)
  or exists (select from access_grant g
             where g.subject = clock.subject and g.category::text = clock.category::text
               and g.grantee = clock.owner_agency
               and (g.owner_agency, g.category::text) in (select w.agency, w.category from access.writable_keys() w))
  or access.may_hand_to(subject, owner_agency));

-- What runs out and goes up by itself ends, and the next begins: the worker does both, for the kinds that say so.
grant insert on clock to sightline_job;
grant update (state, ended_at) on clock to sightline_job;
create policy go_up on clock for insert to sightline_job
  with check (kind in ('concern.disagreement', 'concern.disagreement-up') and state = 'running');
