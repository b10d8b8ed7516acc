-- owner: core/notices
-- One row for each letter, so that an address that fails keeps nobody else waiting and nobody is written to twice.
-- notice.mailed_at from here on says when its letters were addressed.

create table letter (
  notice_id uuid not null references notice,
  user_id uuid not null references user_account,
  tries int not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  primary key (notice_id, user_id)
);
create index letter_due on letter (next_try_at) where sent_at is null;

-- The worker alone writes and reads it: addresses of staff stay behind the wall.
alter table letter enable row level security;
alter table letter force row level security;
create policy send on letter to sightline_job using (true) with check (true);
grant select, insert, update on letter to sightline_job;
create policy keep on letter for select to sightline_keeper using (true);
create policy restore on letter for insert to sightline_keeper with check (true);
grant select, insert on letter to sightline_keeper;

-- A team without members must not make a page go nowhere: its agency's supervisors are told instead.
grant select (id, agency_id) on team to sightline_job;
