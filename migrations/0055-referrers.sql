-- owner: core/access
-- Someone without an account who records a concern: a viewer of a kind of its own, never a user account. Each row is one
-- concern of one address that was proved by a code; whoever proves the address again comes back to that one and to nothing
-- else. What they send is owned by the agency that receives it, because they have none (decision 0015).

-- Who it is, as data: professionals hear what was decided, others that it was received and looked at (practice B11).
create table referrer_kind (
  code text primary key,
  position int not null unique,
  label jsonb not null,
  professional boolean not null,
  status text not null check (status in ('confirmed', 'to be confirmed'))
);
insert into referrer_kind (code, position, label, professional, status) values
  ('school', 1, '{"en": "School, college or nursery"}', true, 'to be confirmed'),
  ('carer', 2, '{"en": "Foster carer or children’s home"}', true, 'to be confirmed'),
  ('health', 3, '{"en": "GP surgery or other health service"}', true, 'to be confirmed'),
  ('licensing', 4, '{"en": "Council licensing: taxis, premises"}', true, 'to be confirmed'),
  ('other-professional', 5, '{"en": "Someone else whose work is with children or families"}', true, 'to be confirmed'),
  ('hotel', 6, '{"en": "Hotel, shop or other business"}', false, 'to be confirmed'),
  ('transport', 7, '{"en": "Taxi, bus or train driver or firm"}', false, 'to be confirmed'),
  ('club', 8, '{"en": "Club, faith group or volunteer"}', false, 'to be confirmed'),
  ('family', 9, '{"en": "Family of the child"}', false, 'to be confirmed'),
  ('public', 10, '{"en": "Friend, neighbour or anyone else"}', false, 'to be confirmed');
grant select on referrer_kind to sightline_app;
grant select, insert on referrer_kind to sightline_keeper;

create table referrer (
  id uuid primary key,
  -- Proved by a one-time code. Where a message waits for them they are told at it that there is one.
  email text not null check (length(email) between 3 and 320),
  begun_at timestamptz not null,
  proven_at timestamptz not null,
  -- From when it is sent: what they come back to, and by which reference.
  concern uuid references subject,
  reference text,
  sent_at timestamptz,
  -- Two weeks after the last that they hear; then it is as if it had not been.
  closes_at timestamptz,
  check ((concern is null) = (reference is null) and (concern is null) = (sent_at is null)),
  check (closes_at is null or concern is not null)
);
create index referrer_sent on referrer (lower(email), reference);
create index referrer_concern on referrer (concern);
-- One that is not sent waits for each address. It is nobody's but whoever reads the mail of that address.
create unique index referrer_unsent on referrer (lower(email)) where concern is null;

alter table referrer enable row level security;
alter table referrer force row level security;
create policy own on referrer for select to sightline_app
  using (access.viewer_kind() = 'referrer' and id = access.viewer());
-- Sent once, and never again something else.
create policy sent on referrer for update to sightline_app
  using (access.viewer_kind() = 'referrer' and id = access.viewer() and concern is null)
  with check (access.viewer_kind() = 'referrer' and id = access.viewer());
grant select on referrer to sightline_app;
grant update (concern, reference, sent_at) on referrer to sightline_app;
-- The door reads and writes no more than the address and what it leads to.
grant select, insert on referrer to sightline_gate;
grant update (proven_at) on referrer to sightline_gate;
create policy door on referrer to sightline_gate using (true) with check (true);
grant select (id, email, closes_at, concern, proven_at), delete on referrer to sightline_job;
create policy tell on referrer for select to sightline_job using (true);
-- What was begun and never sent, after its draft has gone.
create policy outdated on referrer for delete to sightline_job
  using (concern is null and proven_at < access.moment() - interval '15 days');
grant select on referrer to sightline_definer;
grant update (closes_at) on referrer to sightline_definer;
create policy definer on referrer to sightline_definer using (true) with check (true);
grant select, insert on referrer to sightline_keeper;
create policy keep on referrer for select to sightline_keeper using (true);
create policy restore on referrer for insert to sightline_keeper with check (true);

-- What is said to them is opened to them by name.
alter table access_grant drop constraint access_grant_grantee_kind_check;
alter table access_grant
  add constraint access_grant_grantee_kind_check check (grantee_kind in ('agency', 'team', 'user', 'referrer'));

grant create on schema access to sightline_definer;
set local role sightline_definer;

create function access.referrer_with_keys() returns jsonb
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select jsonb_build_object(
    'viewer', jsonb_build_object(
      'id', r.id, 'email', r.email, 'concern', r.concern, 'agencyId', s.owner_agency,
      'writes', jsonb_build_array('concern', 'identity', 'welfare', 'education', 'voice')),
    -- Of categories only this one reaches them, and of it what is opened to them by name: replies and their receipt.
    'grantees', array[r.id]::text,
    'grantee_categories', array['concern']::text,
    -- Whoever has sent adds to what they sent, and no more than that.
    'sends_to', s.owner_agency,
    'sends', case when s.id is null then null else array['concern']::text end)
  from public.referrer r left join public.subject s on s.id = r.concern
  where access.viewer_kind() = 'referrer' and r.id = access.viewer()
    and (r.closes_at is null or r.closes_at > access.moment());
end;
revoke all on function access.referrer_with_keys() from public;
grant execute on function access.referrer_with_keys() to sightline_app, sightline_owner;

-- The concern that whoever has no account has sent, while they may come back to it.
create function access.own_concern() returns setof uuid
  stable rows 1 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select r.concern from public.referrer r
  where access.viewer_kind() = 'referrer' and r.id = access.viewer() and r.concern is not null
    and (r.closes_at is null or r.closes_at > access.moment());
end;
revoke all on function access.own_concern() from public;
grant execute on function access.own_concern() to sightline_app, sightline_owner;

-- Whether whoever has no account has just opened a subject to an agency, as they send: they may not read what they opened.
create function access.just_opened(the_subject uuid, the_agency uuid) returns boolean
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select access.viewer_kind() = 'referrer' and access.may('record-concern') and exists (
    select from public.access_grant g
    where g.subject = the_subject and g.grantee = the_agency and g.grantee_kind = 'agency' and g.granted_by = access.viewer());
end;
revoke all on function access.just_opened(uuid, uuid) from public;
grant execute on function access.just_opened(uuid, uuid) to sightline_app, sightline_owner;

-- They have heard the last of it: two weeks more, and their way back is closed. Said by the agency that decides.
create function access.referrer_has_heard(the_referrer uuid) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  update public.referrer r set closes_at = access.moment() + interval '14 days'
  where r.id = the_referrer and r.concern is not null and access.may('decide-concern')
    and (access.viewer_agency() in (select s.owner_agency from public.subject s where s.id = r.concern)
         or exists (select from public.access_grant g where g.subject = r.concern and g.grantee_kind = 'agency'
                      and g.grantee = access.viewer_agency() and g.valid_during @> access.moment()));
end;
revoke all on function access.referrer_has_heard(uuid) from public;
grant execute on function access.referrer_has_heard(uuid) to sightline_app;

-- What is written besides by whoever sends without an account: for the agency that receives it.
create or replace function access.writable_keys() returns table (agency uuid, category text) stable rows 8 language sql
begin atomic
  select k.agency, k.category
  from unnest(nullif(current_setting('sightline.agencies', true), '')::uuid[],
              nullif(current_setting('sightline.categories', true), '')::text[],
              nullif(current_setting('sightline.writable', true), '')::boolean[]) as k (agency, category, may_write)
  where k.may_write
  union all
  select nullif(current_setting('sightline.sends_to', true), '')::uuid, c.category
  from unnest(nullif(current_setting('sightline.sends', true), '')::text[]) as c (category);
end;

-- As before, and for whoever writes a concern without an account: to record is all that they may do.
create or replace function access.may(wanted text) returns boolean
  stable security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select exists (select from access.live_deeds() d where d.deed = wanted)
    or (wanted = 'record-concern' and access.viewer_kind() = 'referrer'
        and exists (select from public.referrer r where r.id = access.viewer() and r.concern is null));
end;

-- As before, and what is opened by name to someone without an account is opened to them.
create or replace function access.sealed_from_me() returns setof uuid
  stable rows 50 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select s.subject from public.seal s
  where not exists (
    select from public.access_grant g
    where g.subject = s.subject and g.grantee = access.viewer() and g.grantee_kind in ('user', 'referrer')
      and g.valid_during @> access.moment())
  union all
  select e.subject from public.exclusion e where e.user_id = access.viewer();
end;

-- As before, and of what someone without an account sends to the agency that owns it.
create or replace function access.exclude_named(the_subject uuid, the_users uuid[]) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  insert into public.exclusion (subject, owner_agency, user_id, reason, excluded_by, excluded_at)
  select s.id, s.owner_agency, u, 'may-be-named', access.viewer(), access.moment()
  from public.subject s cross join unnest(the_users) u
  where s.id = the_subject and u <> access.viewer()
    and (s.owner_agency = access.viewer_agency()
         or (access.may('record-concern') and access.viewer_kind() = 'referrer'
             and s.owner_agency = nullif(current_setting('sightline.sends_to', true), '')::uuid))
  on conflict do nothing;
end;

reset role;
revoke create on schema access from sightline_definer;

create or replace function access.open(the_kind text, the_id text, the_service text, the_moment text) returns jsonb
  volatile language plpgsql as $$
declare
  known jsonb;
begin
  perform set_config('sightline.viewer_kind', the_kind, true),
          set_config('sightline.viewer', the_id, true),
          set_config('sightline.service', the_service, true),
          set_config('sightline.now', the_moment, true);
  -- For whoever is neither all are empty.
  if the_kind = 'user' then
    known := access.viewer_with_keys();
  elsif the_kind = 'referrer' then
    known := access.referrer_with_keys();
  end if;
  perform set_config('sightline.agencies', coalesce(known ->> 'agencies', ''), true),
          set_config('sightline.categories', coalesce(known ->> 'categories', ''), true),
          set_config('sightline.writable', coalesce(known ->> 'writable', ''), true),
          set_config('sightline.grantees', coalesce(known ->> 'grantees', ''), true),
          set_config('sightline.grantee_categories', coalesce(known ->> 'grantee_categories', ''), true),
          set_config('sightline.sends_to', coalesce(known ->> 'sends_to', ''), true),
          set_config('sightline.sends', coalesce(known ->> 'sends', ''), true);
  return known -> 'viewer';
end $$;

-- For the one transaction in which someone without an account sends: whose it will be. It opens nothing to be read.
create function access.send_to(the_agency uuid) returns void volatile language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if access.viewer_kind() is distinct from 'referrer' or not access.may('record-concern')
     or not exists (select from agency a where a.id = the_agency and a.closed_at is null) then
    raise exception 'only what is not sent yet is sent' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('sightline.sends_to', the_agency::text, true),
          set_config('sightline.sends', '{concern,identity,welfare,education,voice}', true);
end $$;
revoke all on function access.send_to(uuid) from public;
grant execute on function access.send_to(uuid) to sightline_app;

-- In whose hands a concern is, for whoever adds to it without an account: on whose desk it is put, and shown to nobody.
grant select (id, subject, kind, owner_agency, team_id, user_id, started_at) on clock to sightline_definer;
create policy hands on clock for select to sightline_definer using (true);
grant create on schema access to sightline_definer;
set local role sightline_definer;
create function access.in_whose_hands(the_kinds text[]) returns table (kind text, agency uuid, team uuid, person uuid)
  stable rows 2 security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  select c.kind, c.owner_agency, c.team_id, c.user_id
  from public.clock c
  where c.subject in (select o.o from access.own_concern() o(o)) and c.kind = any(the_kinds)
  order by c.started_at desc, c.id desc;
end;
revoke all on function access.in_whose_hands(text[]) from public;
grant execute on function access.in_whose_hands(text[]) to sightline_app;
reset role;
revoke create on schema access from sightline_definer;

-- Whoever sends or adds to it without an account sets it running, with whichever agency has it.
drop policy add on clock;
create policy add on clock for insert to sightline_app with check (
  (owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)
  or exists (select from access_grant g
             where g.subject = clock.subject and g.category::text = clock.category::text
               and g.grantee = clock.owner_agency
               and (g.owner_agency, g.category::text) in (select w.agency, w.category from access.writable_keys() w))
  or access.may_hand_to(subject, owner_agency)
  or (category = 'concern' and access.just_opened(subject, owner_agency))
  or (category = 'concern' and subject in (select o.o from access.own_concern() o(o))));
