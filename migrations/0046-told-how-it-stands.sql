-- owner: features/systems
-- Agencies' systems, and telling them that a concern of theirs has moved on: signed, tried again, and saying no more than which.

create table agency_system (
  user_id uuid primary key references user_account,
  agency_id uuid not null references agency,
  -- Whoever runs it, by an address of their work.
  contact text not null,
  -- Where it is told; the key it is signed with follows from the installation's secret and when this was set.
  hook_url text,
  hook_set_at timestamptz,
  check ((hook_url is null) = (hook_set_at is null))
);
create index agency_system_of on agency_system (agency_id);
alter table agency_system enable row level security;
alter table agency_system force row level security;
create policy own on agency_system to sightline_app
  using (agency_id in (select access.viewer_agency()) and access.may('administer-accounts'))
  with check (agency_id in (select access.viewer_agency()) and access.may('administer-accounts'));
grant select, insert on agency_system to sightline_app;
grant update (hook_url, hook_set_at) on agency_system to sightline_app;

create table hook_call (
  -- The reply or the notice that it tells of.
  about uuid not null,
  user_id uuid not null references agency_system,
  concern_id uuid not null,
  event text not null check (event in
    ('concern.picked-up', 'concern.passed-on', 'concern.decided', 'concern.looked-at-again', 'concern.nobody-yet')),
  happened_at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  answered_at timestamptz,
  -- After twelve tries it is given up; an administrator sees that it was.
  given_up_at timestamptz,
  primary key (about, user_id)
);
create index hook_call_due on hook_call (next_try_at) where answered_at is null and given_up_at is null;
create index hook_call_of on hook_call (user_id, happened_at desc);
alter table hook_call enable row level security;
alter table hook_call force row level security;
create policy own on hook_call for select to sightline_app
  using (exists (select from agency_system s where s.user_id = hook_call.user_id));
grant select on hook_call to sightline_app;
create policy tell on hook_call to sightline_job using (true) with check (true);
grant select, insert, update on hook_call to sightline_job;
create policy tell on agency_system for select to sightline_job using (true);
grant select on agency_system to sightline_job;
-- That there is a reply and when; not a word of what it says.
grant select (id, concern_id, step, said_at) on concern_reply to sightline_job;
create policy tell on concern_reply for select to sightline_job using (true);

grant select, insert on agency_system, hook_call to sightline_keeper;
create policy keep on agency_system for select to sightline_keeper using (true);
create policy restore on agency_system for insert to sightline_keeper with check (true);
create policy keep on hook_call for select to sightline_keeper using (true);
create policy restore on hook_call for insert to sightline_keeper with check (true);
