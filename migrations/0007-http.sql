-- owner: platform/http
-- Sessions, forms answered once, what someone typed before they were signed out, and limits on tries.

-- Only the door (sightline_gate) reads sessions; a page's own transaction cannot.
create table session (
  -- A stolen copy of this table opens nothing: the cookie holds the secret, the table its digest.
  token_digest bytea primary key,
  user_id uuid not null,
  state text not null check (state in ('second-factor', 'open')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_of on session (user_id) where ended_at is null;

create table form_key (
  user_id uuid not null,
  key uuid not null,
  answer jsonb,
  answered_at timestamptz not null,
  primary key (user_id, key)
);

create table draft (
  user_id uuid not null,
  form text not null,
  typed jsonb not null,
  saved_at timestamptz not null,
  primary key (user_id, form)
);

create table try_limit (
  bucket text not null,
  key_digest bytea not null,
  window_started_at timestamptz not null,
  tries int not null,
  primary key (bucket, key_digest)
);

alter table form_key enable row level security;
alter table form_key force row level security;
create policy own on form_key to sightline_app using (user_id = access.viewer()) with check (user_id = access.viewer());
grant select, insert, update on form_key to sightline_app;

-- What is typed into a form may be about a child: its author alone can read it back.
alter table draft enable row level security;
alter table draft force row level security;
create policy own on draft to sightline_app using (user_id = access.viewer()) with check (user_id = access.viewer());
grant select, insert, update, delete on draft to sightline_app;

grant usage on schema access to sightline_gate;
grant execute on function access.viewer() to sightline_gate;
grant select, insert, update on session to sightline_gate;
grant select, insert, update, delete on try_limit to sightline_gate;

grant select, insert on form_key, draft to sightline_keeper;
create policy keep on form_key for select to sightline_keeper using (true);
create policy restore on form_key for insert to sightline_keeper with check (true);
create policy keep on draft for select to sightline_keeper using (true);
create policy restore on draft for insert to sightline_keeper with check (true);
