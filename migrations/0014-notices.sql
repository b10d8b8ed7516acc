-- owner: core/notices
-- Telling someone that work waits. A notice is seen after signing in; the mail that follows it says only that
-- something waits: no name, no service, no subject that tells (practice B2).

create table notice (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  to_user uuid,
  to_team uuid references team,
  to_agency uuid references agency,
  -- Of the team or the agency, only those who carry this deed.
  for_deed text,
  subject uuid not null references subject,
  clock_id uuid references clock,
  said_at timestamptz not null,
  mailed_at timestamptz,
  check (num_nonnulls(to_user, to_team, to_agency) = 1)
);
-- Once for each clock and each kind, also when the worker starts again half-way.
create unique index notice_once on notice (clock_id, kind) where clock_id is not null;
create index notice_to_user on notice (to_user, said_at desc) where to_user is not null;
create index notice_to_team on notice (to_team, said_at desc) where to_team is not null;
create index notice_to_agency on notice (to_agency, said_at desc) where to_agency is not null;

alter table notice enable row level security;
alter table notice force row level security;
create policy read on notice for select to sightline_app using (
  (to_user = access.viewer()
   or ((to_team in (select m.team_id from team_member m where m.user_id = access.viewer())
        or to_agency in (select access.viewer_agency()))
       and (for_deed is null or access.may(for_deed))))
  and subject not in (select access.sealed_from_me()));
-- Whoever may write something may tell those who are to act on it.
create policy add on notice for insert to sightline_app
  with check (exists (select from access.writable_keys()));
grant select, insert on notice to sightline_app;

create policy tell on notice to sightline_job using (true) with check (true);
grant select, insert on notice to sightline_job;
grant update (mailed_at) on notice to sightline_job;

-- Whom the worker writes to: addresses of staff, nothing about any child.
grant select (id, agency_id, email, ended_at) on user_account to sightline_job;
create policy tell on user_account for select to sightline_job using (true);
grant select on team_member, role_deed to sightline_job;
create policy tell on team_member for select to sightline_job using (true);
grant select (user_id, agency_id, role, asked_by, agreed_by, ended_at) on role_grant to sightline_job;
create policy tell on role_grant for select to sightline_job using (true);
-- The person who sent a concern that nobody has opened is told so.
grant select (id, sent_by) on concern to sightline_job;
create policy tell on concern for select to sightline_job using (true);

grant select, insert on notice to sightline_keeper;
create policy keep on notice for select to sightline_keeper using (true);
create policy restore on notice for insert to sightline_keeper with check (true);
