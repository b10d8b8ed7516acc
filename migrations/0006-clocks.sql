-- owner: core/clocks
-- What is due, by whom, by when. Nothing that is open is without a next step, an owner and a date (DESIGN 2.7).

create table clock (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null,
  subject uuid not null,
  since timestamptz not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  team_id uuid references team,
  user_id uuid references user_account,
  -- Danger first, then late, then due: the one thing besides its date that orders work.
  urgent boolean not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('running', 'met', 'stopped')),
  ended_at timestamptz,
  ended_by uuid,
  -- Set once, by the worker, when the clock ran out and the supervisor was told.
  raised_at timestamptz,
  check ((state = 'running') = (ended_at is null)),
  check (team_id is not null or user_id is not null),
  check (due_at >= started_at)
);
create index clock_open on clock (owner_agency, urgent desc, due_at) where state = 'running';
create index clock_to_raise on clock (due_at) where state = 'running' and raised_at is null;
create index clock_subject on clock (subject);

call access.protect('clock');
-- A deed that hands work to another agency starts that agency's clock, on what it has just opened to it.
drop policy add on clock;
create policy add on clock for insert to sightline_app with check (
  (owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)
  or exists (select from access_grant g
             where g.subject = clock.subject and g.category::text = clock.category::text
               and g.grantee = clock.owner_agency
               and (g.owner_agency, g.category::text) in (select w.agency, w.category from access.writable_keys() w)));

-- The worker sees when and whose, not what.
create policy raise_late on clock for select to sightline_job using (true);
create policy raise_late_change on clock for update to sightline_job using (true) with check (true);
grant select (id, owner_agency, subject, kind, team_id, user_id, urgent, due_at, state, raised_at) on clock to sightline_job;
grant update (raised_at, since) on clock to sightline_job;
