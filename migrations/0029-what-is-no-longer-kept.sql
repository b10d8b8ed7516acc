-- owner: platform/http
-- What has had its time is taken away by the worker (sightline_job). Of these tables it sees only what has, and not a word
-- of what anyone typed: how long each is kept stands in its policy, so that no mistake of the worker takes away more.

-- A draft is someone's words and waits long for them; a question after a person is kept for half a day.
alter table draft add column keep_until timestamptz;
alter table draft no force row level security;
update draft set keep_until = saved_at + case when starts_with(form, 'search:') then interval '12 hours'
                                              else interval '90 days' end;
alter table draft force row level security;
alter table draft alter column keep_until set not null;
create policy outdated on draft to sightline_job using (keep_until < access.moment());
grant select (user_id, form), delete on draft to sightline_job;

-- No form outlives its session, twelve hours at most: after that its key cannot come again.
create policy outdated on form_key to sightline_job using (answered_at < access.moment() - interval '2 days');
grant select (user_id, key), delete on form_key to sightline_job;
create index form_key_age on form_key (answered_at);

-- A session that ran out still says whose words to keep, when someone sends on Monday what was open since Friday.
alter table session enable row level security;
alter table session force row level security;
create policy door on session to sightline_gate using (true) with check (true);
create policy outdated on session to sightline_job
  using (ended_at < access.moment() - interval '1 day' or seen_at < access.moment() - interval '30 days');
grant select (token_digest), delete on session to sightline_job;

-- The longest limit counts for an hour.
alter table try_limit enable row level security;
alter table try_limit force row level security;
create policy door on try_limit to sightline_gate using (true) with check (true);
create policy outdated on try_limit to sightline_job using (window_started_at < access.moment() - interval '1 day');
grant select (bucket, key_digest), delete on try_limit to sightline_job;
