-- owner: core/notices
-- Whoever recorded a concern without an account is told that a message waits, at the address that they proved.

alter table notice add column to_referrer uuid references referrer;
alter table notice drop constraint notice_check;
alter table notice add constraint notice_to_one check (num_nonnulls(to_user, to_team, to_agency, to_referrer) = 1);
create index notice_to_referrer on notice (to_referrer, kind, said_at desc) where to_referrer is not null;
create policy read_own on notice for select to sightline_app
  using (access.viewer_kind() = 'referrer' and to_referrer = access.viewer());

create table referrer_letter (
  notice_id uuid primary key references notice,
  referrer_id uuid not null references referrer,
  tries int not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz
);
create index referrer_letter_due on referrer_letter (next_try_at) where sent_at is null;
alter table referrer_letter enable row level security;
alter table referrer_letter force row level security;
create policy send on referrer_letter to sightline_job using (true) with check (true);
grant select, insert, update on referrer_letter to sightline_job;
create policy keep on referrer_letter for select to sightline_keeper using (true);
create policy restore on referrer_letter for insert to sightline_keeper with check (true);
grant select, insert on referrer_letter to sightline_keeper;
